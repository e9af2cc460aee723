/** Loading on demand: what is loaded is kept, what failed to load is tried again. */

/** A function that makes a value at its first call and gives the same at every later one, unless it failed. */
export function onDemand<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let making: Promise<Value> | undefined;
  return () => {
    making ??= make().catch((error: unknown) => {
      making = undefined;
      throw error;
    });
    return making;
  };
}
