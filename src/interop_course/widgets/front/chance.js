// Chance for draws: mulberry32, the same numbers as Python's `assessment.chance` (described there); a test compares.

const SEEDS = 2 ** 32;

/** A row of numbers that follows from its seed: { number(), below(n), shuffled(values) }. */
export function chance(seed) {
  let state = seed >>> 0;
  return { number, below, shuffled };

  /** The next number, 0 to 4294967295. */
  function number() {
    state = (state + 0x6d2b79f5) >>> 0;
    const a = Math.imul(state ^ (state >>> 15), state | 1);
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61));
    return (b ^ (b >>> 14)) >>> 0;
  }

  /** One of 0 … n - 1, each as likely as the others. */
  function below(n) {
    const fair = SEEDS - (SEEDS % n);
    let found = number();
    while (found >= fair) found = number();
    return found % n;
  }

  /** The values in another order; the values themselves stay. */
  function shuffled(values) {
    const order = [...values];
    for (let place = order.length - 1; place > 0; place -= 1) {
      const other = below(place + 1);
      [order[place], order[other]] = [order[other], order[place]];
    }
    return order;
  }
}

/** A seed that nobody can foresee. */
export function anySeed() {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}

/** Eight hexadecimal digits, for the id of a sitting. */
export function anyId() {
  return anySeed().toString(16).padStart(8, "0");
}
