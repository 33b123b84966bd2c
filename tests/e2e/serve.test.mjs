// The server that `make serve` and these tests use: types, compression, nothing outside its folder.
import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { serve } from "../../scripts/serve.mjs";

const TEXT = "A page. ".repeat(100);
let folder, server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "r2p-notes-serve-"));
  await mkdir(join(folder, "site"));
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "site", "index.html"), TEXT);
  await writeFile(join(folder, "site", "app.wasm"), "\0asm");
  server = await serve(join(folder, "site"), { base: "/under/" });
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Asks for a path as it stands: fetch would resolve its dots and undo the encoding. */
function ask(path, headers = {}, method = "GET") {
  return new Promise((done, failed) => {
    const sent = request({ host: "127.0.0.1", port: new URL(server.address).port, path, headers, method }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part)).on("end", () => done({ ...answer, status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    sent.on("error", failed).end();
  });
}

test("a page comes whole, plain or compressed, and is not sent again unchanged", async () => {
  const plain = await ask("/under/");
  assert.equal(plain.status, 200);
  assert.equal(plain.headers["content-type"], "text/html; charset=utf-8");
  assert.equal(plain.body.toString(), TEXT);
  const brotli = await ask("/under/index.html", { "accept-encoding": "gzip, br" });
  assert.equal(brotli.headers["content-encoding"], "br");
  assert.equal(brotliDecompressSync(brotli.body).toString(), TEXT);
  const gzip = await ask("/under/", { "accept-encoding": "gzip" });
  assert.equal(gunzipSync(gzip.body).toString(), TEXT);
  assert.equal((await ask("/under/", { "if-none-match": plain.headers.etag })).status, 304);
});

test("wasm has its type, which browsers ask for to compile while it comes", async () => {
  assert.equal((await ask("/under/app.wasm")).headers["content-type"], "application/wasm");
});

test("nothing outside the folder is served", async () => {
  for (const path of ["/", "/index.html", "/under/../secret.txt", "/under/%2e%2e/secret.txt", "/under/..%2fsecret.txt", "/under/%00", "/under/%ff", "//under/"]) {
    const { status, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.ok(!body.includes("secret"), path);
  }
});

test("only reading is allowed", async () => {
  assert.equal((await ask("/under/", {}, "POST")).status, 405);
  const head = await ask("/under/", { "accept-encoding": "br" }, "HEAD");
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
});
