// Addresses of single fields: "#ic-dhs-sre-2.059" is field 2.059 of the first DHS SRE of a page.

/** The name of an inspector in its page: its kind, and a number from the second of a kind on. */
export function named(root, kind) {
  root.dataset.kind = kind;
  const all = [...document.querySelectorAll(`.ic-inspector[data-kind="${kind}"]`)];
  const n = all.indexOf(root) + 1;
  return n > 1 ? `ic-${kind}-${n}` : `ic-${kind}`;
}

/** The address of a field; from the second field with the same tag on it is numbered. */
export function anchorOf(name, part, parts) {
  const n = alike(parts, part.state.tag).indexOf(part) + 1;
  return n > 1 ? `${name}-${part.state.tag}-${n}` : `${name}-${part.state.tag}`;
}

/** The field that an address names, or undefined. */
export function fieldAt(name, anchor, parts) {
  const found = /^(\d+\.\d+)(?:-(\d+))?$/.exec(anchor.slice(name.length + 1));
  return found ? alike(parts, found[1])[Number(found[2] ?? 1) - 1] : undefined;
}

function alike(parts, tag) {
  return parts.filter((part) => part.kind === "field" && part.state.tag === tag);
}
