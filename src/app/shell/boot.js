// Starts the page's wasm, and the worker that keeps the page for want of a network. A file of its own, since the
// Content-Security-Policy allows no script within the page.
const { js, wasm, worker } = document.querySelector("script[data-wasm]").dataset;
// Refused in some private windows, absent off https: the page then works without it.
const workers = worker && navigator.serviceWorker;

/** Keeps the page, and says on it when a newer build has taken over: `newbuild`, which app/app.rs hears. */
async function keepPage() {
  // The first worker of all is of this very build.
  if (workers.controller) workers.addEventListener("controllerchange", () => dispatchEvent(new Event("newbuild")));
  const registration = await workers.register(new URL(worker, document.baseURI));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

try {
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
  if (workers) keepPage().catch(() => {});
} catch (error) {
  document.getElementById("failure").hidden = false;
  throw error;
}
