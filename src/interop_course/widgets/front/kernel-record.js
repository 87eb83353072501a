// The learning record in Jupyter: the kernel keeps it in a file, and every change is asked of it.
import { empty, merge, refusal } from "./record.js";
import { refusalText } from "./words.js";

/** The same as `openRecord` of a page, behind `ask`. Nothing is asked before a widget opens it. */
export function kernelRecord(ask) {
  const watchers = new Set();
  let record = empty();
  let notice = "";
  return {
    open: () => change({ do: "keep", record: empty() }),
    now: () => record,
    notice: () => notice,
    add,
    rename: (name) => change({ do: "rename", name }),
    clear: () => change({ do: "clear" }),
    watch,
    asides: () => [],
  };

  async function add(part) {
    const refused = refusal(part);
    if (refused) return refused;
    record = merge(record, part);
    return change({ do: "keep", record: part });
  }

  async function change(request) {
    const reply = await ask(request);
    if (!reply.ok) return refusalText(reply);
    record = reply.record;
    notice = reply.notice || notice;
    for (const f of watchers) f(record);
    return "";
  }

  function watch(f) {
    watchers.add(f);
    return () => watchers.delete(f);
  }
}
