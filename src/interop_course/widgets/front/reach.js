// What a browser may forbid: its own storage, above all.

/** What `get` gives, or null where the browser does not let it. */
export function reach(get) {
  try {
    return get();
  } catch {
    return null;
  }
}
