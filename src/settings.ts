/** The settings of this run, read once from the environment: `SITE_URL`, `BASE_PATH`, `HOST`, `PORT`. */
import { addressOf, type Address } from './model/address.ts';

/** The address of this run, which ends here, in one line, when a setting is wrong. */
export const address: Address = addressOfThisRun();

function addressOfThisRun(): Address {
  try {
    return addressOf(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
