// Keeps one build of the page, whole, so that it opens without a network. scripts/complete.mjs writes FILES above: each
// file of the build with the SHA-256 of its bytes, "./" for index.html.
//
// A build is taken up only when every file of it came with the bytes that were built; half a deployment is no build. From
// then on "./" is the new build. A page that is open goes on with the one it began with; what it still asks for, it finds
// in the cache of the build before, which stays that long.
const CACHE = `r2p-notes ${registration.scope} `;
const BUILD = CACHE + FILES["./"];
const HOME = new URL("./", location).href;

addEventListener("install", (event) => event.waitUntil(take()));
addEventListener("activate", (event) => event.waitUntil(clear()));
addEventListener("fetch", (event) => {
  const url = keyOf(event.request);
  if (url) event.respondWith(answer(url, event.request));
});

async function take() {
  const responses = await Promise.all(Object.entries(FILES).map(([path, hash]) => whole(new URL(path, location), hash)));
  const cache = await caches.open(BUILD);
  await Promise.all(responses.map(([url, response]) => cache.put(url, response)));
  await skipWaiting();
}

/** A file of this build, past the browser's own cache, as a response that holds it for good. */
async function whole(url, hash) {
  const response = await fetch(url, { cache: "no-cache" });
  const bytes = await response.arrayBuffer();
  const digest = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
  if (!response.ok || digest !== hash) throw new Error(`${url}: not of this build`);
  const type = response.headers.get("Content-Type");
  // A new response: one that came by a redirect could not answer a navigation.
  return [url.href, new Response(bytes, { headers: type ? { "Content-Type": type } : {} })];
}

/** Caches beyond this build's and the one's before it go; others on this host are not ours. */
async function clear() {
  const own = (await caches.keys()).filter((name) => name.startsWith(CACHE) && name !== BUILD);
  await Promise.all(own.slice(0, -1).map((name) => caches.delete(name)));
}

/** Under which address a request is kept, if it is one for this page at all. */
function keyOf({ method, url, mode }) {
  const { origin, pathname } = new URL(url);
  const plain = origin + pathname;
  if (method !== "GET" || !plain.startsWith(HOME)) return null;
  if (mode === "navigate") return plain === HOME || plain === `${HOME}index.html` ? HOME : null;
  return plain;
}

async function answer(url, request) {
  const own = await (await caches.open(BUILD)).match(url);
  // Names carry the hash of what they hold, so that the build before can answer for its own; "./" is this build's.
  return own ?? (await earlier(url)) ?? fetch(request);
}

async function earlier(url) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(CACHE) && (await (await caches.open(name)).match(url));
    if (found) return found;
  }
}
