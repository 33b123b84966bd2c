// The worker that reads notes. It is asked `[name, blob]` and answers one of
//   { packed }   the note as bytes
//   { refused }  why it is no text
//   { failed }   the reader itself has failed and can be asked no more
const { js, wasm } = Object.fromEntries(new URL(location).searchParams);
const reader = load();
// Whoever asks hears of it.
reader.catch(() => {});

onmessage = async ({ data: [name, blob] }) => {
  const answer = await read(name, blob);
  postMessage(answer, answer.packed ? [answer.packed.buffer] : []);
};

async function load() {
  const { default: init, read } = await import(new URL(js, location));
  await init({ module_or_path: new URL(wasm, location) });
  return read;
}

async function read(name, blob) {
  let bytes;
  try {
    bytes = new Uint8Array(await blob.arrayBuffer());
  } catch {
    return { refused: "the file cannot be read (a folder, or a file removed meanwhile); expected the text of a note" };
  }
  try {
    return { packed: (await reader)(name, bytes) };
  } catch (error) {
    // The wasm's own refusals are plain errors; a trap, or a wasm that did not load, are of other kinds.
    return error.constructor === Error ? { refused: error.message } : { failed: String(error) };
  }
}
