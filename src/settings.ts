/** The settings of this run, `SITE_URL`, `BASE_PATH`, `HOST` and `PORT`, as the site is built with them. */
import { addressOf, type AddressSetting } from './model/address.ts';

/**
 * The address of this run.
 * @throws Error in one line when a setting is wrong, as soon as this is imported: `astro.config.mjs`
 *   and the command lines, which read settings themselves, have said so before.
 */
export const address: AddressSetting = addressOf(process.env);
