// The worker beside the page. It is asked `[task, about, given]`, a function of one of its programs and what that takes,
// `given` being bytes or a file, and answers one of
//   { done }     what the function gives, bytes
//   { refused }  why it cannot be done
//   { failed }   the program itself has failed and can be asked no more
const PROGRAMS = { read: "reader", places: "background", render: "background" };
const files = new URL(location).searchParams;
const loaded = {};

onmessage = async ({ data: [task, about, given] }) => {
  const answer = await work(task, about, given);
  postMessage(answer, answer.done ? [answer.done.buffer] : []);
};

async function load(program) {
  const { default: init, ...tasks } = await import(new URL(files.get(`${program}-js`), location));
  await init({ module_or_path: new URL(files.get(`${program}-wasm`), location) });
  return tasks;
}

async function work(task, about, given) {
  let bytes = given;
  if (given instanceof Blob) {
    try {
      bytes = new Uint8Array(await given.arrayBuffer());
    } catch {
      return { refused: "the file cannot be read (a folder, or a file removed meanwhile); expected the text of a note" };
    }
  }
  try {
    const program = PROGRAMS[task];
    const tasks = await (loaded[program] ??= load(program));
    const done = tasks[task](about, bytes);
    // What was read of the file is let go now, not when garbage is collected; a browser may not know how.
    if (bytes !== given) bytes.buffer.transfer?.(0);
    return { done };
  } catch (error) {
    // The wasm's own refusals are plain errors; a trap, or a wasm that did not load, are of other kinds.
    return error.constructor === Error ? { refused: error.message } : { failed: String(error) };
  }
}
