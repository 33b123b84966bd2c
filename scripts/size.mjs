// The bytes of a built page as a host sends them, compressed ahead of time; fails where they are over the budget.
//   node scripts/size.mjs [FOLDER]
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** What comes only once the page is there: the other views, the worker beside it, what the page is kept and installed with. */
const LATER = /^(views|background|reader|worker|icon-|manifest)/;
/** Already as small as they get. */
const COMPRESSED = new Set([".png", ".packed"]);
/**
 * In bytes: what a slow line has to carry before the first view can be read, 300,000 at most, and what comes behind it. Each is a
 * little over what the page takes, so that growth is seen when it comes.
 */
const BUDGET = { first: 260_000, later: 1_190_000 };

const folder = process.argv[2] ?? "dist";
const sent = { first: 0, later: 0 };
for (const name of (await readdir(folder)).sort()) {
  const bytes = await readFile(join(folder, name));
  const size = COMPRESSED.has(extname(name)) ? bytes.length : brotli(bytes);
  const when = LATER.test(name) ? "later" : "first";
  sent[when] += size;
  console.log(`${when.padEnd(5)} ${String(bytes.length).padStart(9)} ${String(size).padStart(8)}  ${name}`);
}
for (const [when, size] of Object.entries(sent)) {
  const over = size > BUDGET[when];
  console.log(`${when}: ${size} bytes of ${BUDGET[when]}${over ? ", OVER THE BUDGET" : ""}`);
  if (over) process.exitCode = 1;
}

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params }).length;
}
