// Starts the page's wasm, and the worker that keeps the page for want of a network. A file of its own, since the
// Content-Security-Policy allows no script within the page but the one that index.html names.
const { js, wasm, notes, views, worker } = document.querySelector("script[data-boot]").dataset;
// Refused in some private windows, absent off https: the page then works without it.
const workers = worker && navigator.serviceWorker;

// Where the browser has Trusted Types: of all that could make a script or markup of a text, only workers of this page's own.
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => {
    const { origin, pathname } = new URL(url, document.baseURI);
    const own = origin === location.origin && pathname.startsWith(new URL(".", document.baseURI).pathname);
    if (own) return url;
    throw new TypeError(`${url} is no script of this page`);
  },
});

/** The notes that the page opens with, packed; nothing where they cannot be had, and the page says so. */
async function bundled() {
  try {
    const { ok, body } = await fetch(new URL(notes, document.baseURI));
    return ok ? new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

// A reader who comes for another view waits for it no longer than for the page.
if (views && document.documentElement.dataset.page === "awaited") {
  const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href: views });
  document.head.append(link);
}

/** Keeps the page, and says on it when a newer build has taken over: `newbuild`, which app/app.rs hears. */
async function keepPage() {
  // The first worker of all is of this very build.
  if (workers.controller) workers.addEventListener("controllerchange", () => dispatchEvent(new Event("newbuild")));
  const registration = await workers.register(new URL(worker, document.baseURI));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

/**
 * What a reader did on the view that the build drew, done again on the page that takes its place: both have the same
 * controls in the same order.
 */
function meanwhile() {
  const controls = () => [...document.querySelectorAll("#page :is(a, button, input, select)")];
  const before = controls();
  // The script within index.html has heard the clicks.
  removeEventListener("click", hear);
  const clicks = clicked.map((button) => before.indexOf(button));
  const typed = before.map((control) => control.value);
  const focus = before.indexOf(document.activeElement);
  return () => {
    const now = controls();
    for (const click of clicks) now[click]?.click();
    const search = now.findIndex((control) => control.type === "search");
    if (typed[search]) {
      now[search].value = typed[search];
      now[search].dispatchEvent(new Event("input", { bubbles: true }));
    }
    now[focus]?.focus({ preventScroll: true });
  };
}

const packed = bundled();
const { default: init, open, load_ahead } = await import(new URL(js, document.baseURI));
await init({ module_or_path: new URL(wasm, document.baseURI) });
const bytes = await packed;
const again = meanwhile();
addEventListener("drawn", again, { once: true });
open(bytes);
// The other views, once the first is drawn and nothing else is to do, or soon on a machine that is never idle; then the
// worker finds them in the browser's own cache.
await new Promise((now) => (globalThis.requestIdleCallback ? requestIdleCallback(now, { timeout: 2000 }) : setTimeout(now)));
await load_ahead();
document.documentElement.dataset.views = "asked";
if (workers) keepPage().catch(() => {});
