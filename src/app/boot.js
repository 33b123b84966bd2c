// Starts the page's wasm. A file of its own, since the Content-Security-Policy allows no script within the page.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
try {
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  document.getElementById("failure").hidden = false;
  throw error;
}
