/** What all our command lines share: `--help`, exit code 2 for wrong usage, errors in one line. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Known extends Options> = ReturnType<typeof parseArgs<{ options: Known }>>['values'];

/**
 * Runs a command line with the options it was given. `--help` prints `help`; an option that is
 * unknown or lacks its value ends the program with 2; an error thrown by `run` with 1 and its
 * message (with its stack, if `DEBUG` is set).
 * @param options as `parseArgs` of node:util takes them
 */
export async function commandLine<const Known extends Options>(
  help: string,
  options: Known,
  run: (values: Values<Known>) => void | Promise<void>,
): Promise<void> {
  if (process.argv.slice(2).includes('--help')) {
    console.log(help);
    return;
  }
  let values: Values<Known>;
  try {
    values = parseArgs<{ options: Known }>({ options }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split('. ', 1);
    console.error(`${reason}: see --help`);
    process.exitCode = 2;
    return;
  }
  try {
    await run(values);
  } catch (error) {
    console.error(process.env['DEBUG'] ? error : (error as Error).message);
    process.exitCode = 1;
  }
}
