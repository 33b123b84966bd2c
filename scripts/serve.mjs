// A static server for dist/: this machine only, right types, compressed. No dependency.
//   node scripts/serve.mjs [FOLDER]      PORT chooses the port, else the first free one from 8080
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const HOST = "127.0.0.1";
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const COMPRESSIBLE = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"]);
// At full strength the wasm takes seconds; a host that compresses ahead of time sends a tenth less.
const brotli = (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
const ENCODERS = { br: brotli, gzip: promisify(gzip) };

/** Serves `folder` under `base`; resolves to `{ address, close }` once it listens. Port 0 takes any free one. */
export async function serve(folder, { port = 0, base = "/" } = {}) {
  const root = resolve(folder);
  // Compressed once for each file as it stands.
  const compressed = new Map();
  const server = createServer((request, response) => {
    answer(request, response, root, base, compressed).catch((error) => {
      response.writeHead(500, { "Content-Type": "text/plain" }).end(`${error.message}\n`);
    });
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, HOST, done));
  return {
    address: `http://${HOST}:${server.address().port}${base}`,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

async function answer(request, response, root, base, compressed) {
  const file = located(request.url, root, base);
  const found = file && (await stat(file).catch(() => null));
  if (!found?.isFile()) {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    return;
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const type = extname(file);
  const version = `${file} ${found.mtimeMs} ${found.size}`;
  const tag = `"${found.mtimeMs.toString(36)}-${found.size.toString(36)}"`;
  const headers = {
    "Content-Type": TYPES[type] ?? "application/octet-stream",
    // Asked again each time, so that a new build is seen; the answer is then mostly 304.
    "Cache-Control": "no-cache",
    ETag: tag,
    Vary: "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const accepted = (request.headers["accept-encoding"] ?? "").split(",").map((name) => name.split(";")[0].trim());
  const encoding = COMPRESSIBLE.has(type) && Object.keys(ENCODERS).find((name) => accepted.includes(name));
  if (!encoding) {
    response.writeHead(200, { ...headers, "Content-Length": found.size });
    request.method === "HEAD" ? response.end() : createReadStream(file).pipe(response);
    return;
  }
  const key = `${encoding} ${version}`;
  if (!compressed.has(key)) compressed.set(key, readFile(file).then(ENCODERS[encoding]));
  const body = await compressed.get(key);
  response.writeHead(200, { ...headers, "Content-Encoding": encoding, "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The file that a URL names, or null for one outside `root` or `base`. */
function located(url, root, base) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://host").pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || path.includes("\0")) return null;
  const file = normalize(join(root, path.slice(base.length)));
  if (file !== root && !file.startsWith(root + sep)) return null;
  return path.endsWith("/") ? join(file, "index.html") : file;
}

async function main() {
  const folder = process.argv[2] ?? "dist";
  const wanted = process.env.PORT ? [Number(process.env.PORT)] : Array.from({ length: 20 }, (_, i) => 8080 + i);
  for (const port of wanted) {
    try {
      const { address } = await serve(folder, { port });
      console.log(`R2P Notes is at ${address} (Ctrl+C ends it)`);
      return;
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
  console.error(`Serving failed.\n  why: port ${wanted.join(", ")} taken\n  do:  choose another, PORT=9000 make serve`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
