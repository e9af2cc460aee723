/** What all our command lines share: `--help`, exit code 2 for wrong usage, errors in one line. */
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { addressOf } from '../src/model/address.ts';
import { finishSwap } from '../src/refresh/swap.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Known extends Options> = ReturnType<typeof parseArgs<{ options: Known }>>['values'];

/** Thrown by a command that was called in a way it can't understand. */
export class UsageError extends Error {}

/**
 * Runs a command line with the options it was given. `--help` prints `help`; an option that is
 * unknown or lacks its value, or a `UsageError`, ends the program with 2; a wrong setting of the
 * site's address, or another error thrown by `run`, with 1 and its message (with its stack, if `DEBUG`
 * is set).
 * @param options as `parseArgs` of node:util takes them
 * @param run is given the options and, if it takes them, the other arguments
 */
export async function commandLine<const Known extends Options>(
  help: string,
  options: Known,
  run: (values: Values<Known>, others: string[]) => void | Promise<void>,
): Promise<void> {
  if (process.argv.slice(2).includes('--help')) {
    console.log(help);
    return;
  }
  let parsed: { values: Values<Known>; positionals: string[] };
  try {
    parsed = parseArgs({ options, allowPositionals: run.length > 1 });
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('. ', 1);
    refuse(reason);
    return;
  }
  try {
    addressOf(process.env);
    finishSwap(join(import.meta.dirname, '../content'));
    await run(parsed.values, parsed.positionals);
  } catch (error) {
    if (error instanceof UsageError) {
      refuse(error.message);
      return;
    }
    report(error);
    process.exitCode = 1;
  }
}

/** What a program can't go on without: an error that `read` throws ends it with 1, in one line. */
export function orExit<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    report(error);
    process.exit(1);
  }
}

function report(error: unknown): void {
  console.error(process.env['DEBUG'] ? error : (error as Error).message);
}

function refuse(reason: string): void {
  console.error(`${reason}: see --help`);
  process.exitCode = 2;
}
