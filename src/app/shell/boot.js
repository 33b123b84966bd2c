// Starts the page's wasm, and the worker that keeps the page for want of a network. A file of its own, since the
// Content-Security-Policy allows no script within the page.
const { js, wasm, worker } = document.querySelector("script[data-wasm]").dataset;
// Refused in some private windows, absent off https: the page then works without it.
const workers = worker && navigator.serviceWorker;

/** Lets a newer build that waits take over, and says whether it did. Here nothing of the old one has started yet. */
async function tookOver() {
  const waiting = workers?.controller && (await workers.getRegistration())?.waiting;
  if (!waiting) return false;
  const changed = new Promise((done) => workers.addEventListener("controllerchange", () => done(true), { once: true }));
  waiting.postMessage("take over");
  // A worker that does not answer must not keep the page from opening.
  return Promise.race([changed, new Promise((done) => setTimeout(done, 2000, false))]);
}

/** Keeps the page, and says on it when a newer build is there: `newbuild`, which app/parts/notices.rs hears. */
async function keepPage() {
  const registration = await workers.register(new URL(worker, document.baseURI));
  const tell = () => registration.waiting && workers.controller && dispatchEvent(new Event("newbuild"));
  const watch = () => registration.installing?.addEventListener("statechange", tell);
  registration.addEventListener("updatefound", watch);
  watch();
  tell();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

try {
  if (await tookOver().catch(() => false)) {
    location.reload();
  } else {
    const { default: init } = await import(new URL(js, document.baseURI));
    await init({ module_or_path: new URL(wasm, document.baseURI) });
    if (workers) keepPage().catch(() => {});
  }
} catch (error) {
  document.getElementById("failure").hidden = false;
  throw error;
}
