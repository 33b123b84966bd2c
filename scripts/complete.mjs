// Completes a built page for use without a network: every file that is fetched gets its hash in its name, as Trunk gives it
// to its own; the style sheets are taken into the page; that style and the page's script get their hashes into the
// Content-Security-Policy; and worker.js gets the list of all files with the hashes of their bytes. Trunk runs it after
// each release build.
//   node scripts/complete.mjs FOLDER
import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PARTS = fileURLToPath(new URL("../target/split", import.meta.url));
const WORKER = fileURLToPath(new URL("../src/app/shell/worker.js", import.meta.url));

/** Completes the page in `folder`; done again after a change there, it takes up the change. */
export async function complete(folder) {
  const page = join(folder, "index.html");
  let html = await readFile(page, "utf8");
  html = await linkParts(folder, html);
  // Trunk has them loaded at once; the script within the page does so behind the first frame.
  html = html.replace(/\s*<link rel="(?:modulepreload|preload)"[^>]*>/g, "");
  html = await nameByHash(folder, html);
  html = await takeInStyles(folder, html);
  await writeFile(page, allowOwn(html));
  const names = (await readdir(folder)).filter((name) => name !== "worker.js").sort();
  const files = {};
  for (const name of names) files[name === "index.html" ? "./" : name] = sha256(await readFile(join(folder, name)), "base64");
  const list = `const FILES = ${JSON.stringify(files, null, 2)};\n`;
  await writeFile(join(folder, "worker.js"), list + (await readFile(WORKER, "utf8")));
}

/**
 * Puts what scripts/split split off the page's wasm beside it, and what loads it into the script of that wasm; nothing
 * where the build is in one piece, or this is done.
 */
async function linkParts(folder, html) {
  const script = join(folder, (await readdir(folder)).find((name) => /^app-.*\.js$/.test(name)));
  const js = await readFile(script, "utf8");
  const asked = /^import \* as (\w+) from "\.\/__wasm_split\.js"\n/m.exec(js);
  if (!asked) return html;
  // It asks that script for its `initSync`, to which it now stands next.
  let loader = (await readFile(join(PARTS, "__wasm_split.js"), "utf8")).replace(/^import .*\n/, "");
  const names = [];
  loader = loader.replace(/^export const (\w+)/gm, (_, name) => (names.push(name), `const ${name}`));
  // As the script itself instantiates: from hosts, too, that do not know what wasm is.
  loader = loader.replaceAll("WebAssembly.instantiateStreaming(src, imports)", "__wbg_load(await src, imports)");
  for (const part of (await readdir(PARTS)).filter((name) => /^split_.*\.wasm$/.test(name))) {
    const bytes = await readFile(join(PARTS, part));
    const hashed = named(part.replace(/^split_|\.wasm$/g, ""), bytes, "wasm");
    await writeFile(join(folder, hashed), bytes);
    loader = loader.replaceAll(`./${part}`, `./${hashed}`);
    html = html.replace(/(data-boot="([^"]*)boot)/, `data-${hashed.split("-")[0]}="$2${hashed}" $1`);
  }
  await writeFile(script, `${js.replace(asked[0], "")}\n${loader}\nconst ${asked[1]} = { ${names.join(", ")} };\n`);
  return html;
}

// Trunk gives its hashes to what it links itself; these are fetched by name.
const FETCHED = ["boot.js", "notes.packed", "background-worker.js", "background.js", "background_bg.wasm", "reader.js", "reader_bg.wasm"];

async function nameByHash(folder, html) {
  for (const name of FETCHED) {
    if (!html.includes(`/${name}"`)) continue;
    const [stem, end] = name.split(".");
    const hashed = named(stem, await readFile(join(folder, name)), end);
    await rename(join(folder, name), join(folder, hashed));
    html = html.replaceAll(`/${name}"`, `/${hashed}"`);
  }
  return html.includes("data-worker=") ? html : html.replace(/(data-boot="([^"]*)boot-)/, 'data-worker="$2worker.js" $1');
}

/** The style sheets within the page: a slow line would make the reader wait for each of them. */
async function takeInStyles(folder, html) {
  const links = [...html.matchAll(/\s*<link rel="stylesheet" href="([^"]*)"[^>]*>/g)];
  if (links.length === 0) return html;
  const files = links.map(([, href]) => join(folder, basename(href)));
  const style = Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
  await Promise.all(files.map((file) => rm(file)));
  const [first, ...others] = links.map(([link]) => link);
  for (const link of others) html = html.replace(link, "");
  return html.replace(first, () => `\n    <style>${style}</style>`);
}

/** Names the script and the style within the page in its Content-Security-Policy. */
function allowOwn(html) {
  for (const kind of ["script", "style"]) {
    const [, within] = html.match(new RegExp(`<${kind}>([^]*?)</${kind}>`));
    const own = `${kind}-src 'self' 'sha256-${sha256(within, "base64")}'`;
    html = html.replace(new RegExp(`${kind}-src 'self'(?: 'sha256-[^']*')?`), () => own);
  }
  return html;
}

function named(stem, bytes, end) {
  return `${stem}-${sha256(bytes, "hex").slice(0, 16)}.${end}`;
}

function sha256(bytes, encoding) {
  return createHash("sha256").update(bytes).digest(encoding);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await complete(process.argv[2]);
