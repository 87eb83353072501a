// Run packing.py in Pyodide: node pack.mjs PYODIDE_FOLDER FOLDER PACKING_PY JOBS. Paths in the jobs are below FOLDER.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, folder, packing, jobs] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
  const python = await loadPyodide({ env: { PYTHONHASHSEED: "0" } });
  python.mountNodeFS("/folder", folder);
  python.FS.writeFile("/packing.py", readFileSync(packing));
  python.globals.set("jobs", jobs);
  python.runPython(`
import json, os, sys
sys.path.insert(0, "/")
os.chdir("/folder")
import packing
for job in json.loads(jobs):
    packing.pack(job["target"], job["sources"], job["leave_out"], home=job["home"], optimize=job["optimize"])
`);
} catch (error) {
  console.error(String(error?.message ?? error));
  process.exit(1);
}
