// One Chromium and one server for a file of tests, and what every test watches for.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before } from "node:test";

import { serve } from "../../scripts/serve.mjs";

// playwright-core stands in the cache folder and is found by NODE_PATH, which only `require` heeds.
const playwright = createRequire(import.meta.url)("playwright-core");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** In Firefox, where BROWSER says so: all but the tests that only Chromium can be driven to. */
export const inFirefox = process.env.BROWSER === "firefox";
/** As the `skip` of a test of what Firefox has, but no driver can bring about there. */
export const chromiumAlone = inFirefox && "only Chromium can be driven to it";
/** As the `skip` of a test that is long for being thorough, of what no browser does otherwise. */
export const onceIsEnough = inFirefox && "the same in every browser; see Chromium";

export const YEARS = ["2013", "2014", "2015", "2016", "2017"];

/** A browser of its own; CHROMIUM or FIREFOX is its path. */
export function launch() {
  const name = inFirefox ? "FIREFOX" : "CHROMIUM";
  const executablePath = process.env[name];
  assert.ok(executablePath, `${name} is not set; run the tests by \`make test\` or scripts/e2e.sh`);
  return inFirefox
    ? playwright.firefox.launch({ executablePath, channel: "moz-firefox" })
    : playwright.chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Sets up a browser, the server and a folder for files, and takes them down. `open` gives a page in a profile of its own,
 * ready for a reader, and fails the test at its end for any error on the console or any request to another host.
 */
export function setUp({ base = "/" } = {}) {
  const world = {};
  const watched = new Map();
  before(async () => {
    world.server = await serve("dist", { base });
    world.folder = await mkdtemp(join(tmpdir(), "r2p-notes-"));
    world.browser = await launch();
  });
  after(async () => {
    await world.browser?.close();
    await world.server?.close();
    if (world.folder) await rm(world.folder, { recursive: true });
  });

  world.open = async (t, route = "", options = {}) => {
    const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    // A page that has not answered by then never will; the first visit compiles the wasm on a busy machine.
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const wrong = watch(page, world.server.address);
    watched.set(page, wrong);
    t.after(async () => {
      await context.close();
      assert.deepEqual(wrong.lines.filter((line) => !wrong.forgiven.some((wanted) => wanted.test(line))), []);
    });
    await page.goto(world.server.address + route);
    await ready(page).catch(() => assert.fail(`the page did not come up; ${wrong.lines.join("; ") || "without a word"}`));
    return page;
  };
  /** What may be noted against a page, before and after, since it is wanted there. */
  world.forgive = (page, wanted) => watched.get(page).forgiven.push(wanted);
  /** What `act` makes the page save: the file's name and its bytes. */
  world.saved = async (page, act) => {
    const [download] = await Promise.all([page.waitForEvent("download"), act()]);
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  /** Writes a file and gives its path. */
  world.file = async (name, content) => {
    const path = join(world.folder, name);
    await writeFile(path, content);
    return path;
  };
  return world;
}

/** The page itself is there, not only the view that the build drew, and the other views, which come after it: no file of it is under way. */
export const ready = (page) => page.locator('html[data-page="open"][data-views]:not(:has(#view [aria-busy]))').waitFor({ timeout: 30_000 });

/** Collects errors, warnings of the console among them, and requests to another host. */
function watch(page, address) {
  const [lines, forgiven] = [[], []];
  const own = new URL(address).origin;
  page.on("console", (message) => {
    // Of a test that wants none.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (["error", "warning"].includes(message.type())) lines.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => lines.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== own) lines.push(`request to ${url.href}`);
  });
  return { lines, forgiven };
}

/** Fills a field with a long text at once; Firefox's driver would write it letter by letter. */
export async function paste(field, text) {
  if (!inFirefox) return field.fill(text);
  await field.evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
}

/** Drags files from outside over the window and drops them, by the browser's own drag events where it can be driven to. */
export async function drop(page, files, { x = 640, y = 500 } = {}) {
  if (inFirefox) return dropped(page, files, { x, y });
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x, y, data });
  }
  await session.detach();
}

/** The same by events of the page's own making. */
async function dropped(page, paths, { x, y }) {
  const files = await Promise.all(paths.map(async (path) => ({ name: basename(path), text: await readFile(path, "base64") })));
  await page.evaluate(({ files, x, y }) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of files) {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type: "text/plain" }));
    }
    for (const type of ["dragenter", "dragover", "drop"]) {
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, clientX: x, clientY: y });
      (document.elementFromPoint(x, y) ?? document.body).dispatchEvent(event);
    }
  }, { files, x, y });
}
