// Completes a built page for use without a network: boot.js gets its hash in its name, as Trunk gives it to the others,
// and worker.js the list of all files with the hashes of their bytes. Trunk runs it after each release build.
//   node scripts/precache.mjs FOLDER
import { createHash } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const WORKER = fileURLToPath(new URL("../src/app/shell/worker.js", import.meta.url));

/** Completes the page in `folder`; done again after a change there, it takes up the change. */
export async function precache(folder) {
  await nameByHash(folder);
  const names = (await readdir(folder)).filter((name) => name !== "worker.js").sort();
  const files = {};
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    files[name === "index.html" ? "./" : name] = createHash("sha256").update(bytes).digest("base64");
  }
  const list = `const FILES = ${JSON.stringify(files, null, 2)};\n`;
  await writeFile(join(folder, "worker.js"), list + (await readFile(WORKER, "utf8")));
}

async function nameByHash(folder) {
  const page = join(folder, "index.html");
  const html = await readFile(page, "utf8");
  if (!html.includes('/boot.js"')) return;
  const boot = await readFile(join(folder, "boot.js"));
  const name = `boot-${createHash("sha256").update(boot).digest("hex").slice(0, 16)}.js`;
  await rename(join(folder, "boot.js"), join(folder, name));
  await writeFile(page, html.replace(/src="([^"]*)boot\.js"/, `src="$1${name}" data-worker="$1worker.js"`));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await precache(process.argv[2]);
