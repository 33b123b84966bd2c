// A note made of markup, scripts, formulas and controls stays text: on the page, in the URL, in what is taken away, on paper.
import assert from "node:assert/strict";
import { test } from "node:test";

import { chromiumAlone, drop, paste, setUp } from "./harness.mjs";
import { addNotes, drawer, said, sixthNote, soon, turnTo } from "./reader.mjs";

const world = setUp();
const RUN = "window.ran = true";
const FILE = `"><img src=x onerror='${RUN}'>\u202Etxt.eton.txt`;
// Written with entities, so that reading them makes markup of them again; and raw, as tags that are left out.
const TAG = `&lt;img src=x onerror="${RUN}"&gt;`;
const SCRIPT = `&lt;script&gt;${RUN}&lt;/script&gt;`;
const LINK = `[here](javascript:${RUN.replaceAll(" ", "")}) <a href="javascript:${RUN}">there</a> <svg onload="${RUN}"></svg>`;
const FORMULA = '=HYPERLINK("http://example.org","click")';
const VIEWS = ["Overview", "Themes", "Pillars", "Programme", "Language", "People", "Reports", "Queries", "Text"];

/** 2018's note, its theme, a speaker, a sentence and a place made of such things. */
async function hostileNote() {
  const text = await sixthNote();
  const made = text
    .replace("Early warning, early action", `${FORMULA} ${TAG}`)
    .replaceAll("Surin Pitsuwan", `Surin \u202E${TAG} Pitsuwan`)
    .replace("Trusteeship Council", `Trusteeship Council ${SCRIPT}`);
  return `${made}\n\n${SCRIPT} The responsibility to protect ${TAG} and prevention. ${LINK} \u2066\u202E genocide\n`;
}

/** Nothing ran, and nothing on the page could. */
async function harmless(page, where) {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("#page *")];
    const bad = all.filter((element) =>
      ["script", "img", "iframe", "object", "embed", "foreignobject"].includes(element.localName.toLowerCase()) ||
      [...element.attributes].some(({ name, value }) => name.startsWith("on") || (/href$/.test(name) && /^\s*(javascript|data):/i.test(value))));
    return { ran: window.ran, bad: bad.map((element) => element.outerHTML.slice(0, 200)) };
  });
  assert.deepEqual(found, { ran: undefined, bad: [] }, where);
}

test("in every view, in the drawer and in the URL", async (t) => {
  const page = await world.open(t);
  page.on("dialog", () => assert.fail("a dialog was opened"));
  await drop(page, [await world.file(FILE, await hostileNote())]);
  assert.match(await said(page, "img src=x"), /2018/);
  await page.keyboard.press("Escape");
  for (const name of VIEWS) {
    await turnTo(page, name);
    await harmless(page, name);
  }
  await turnTo(page, "Overview");
  const theme = page.getByRole("row", { name: /^Theme/ }).getByRole("link").last();
  await soon(async () => assert.match(await theme.innerText(), /<img src=x/, "what looks like a tag is read, as text"));
  await theme.click();
  await drawer(page).waitFor();
  await harmless(page, "the drawer");
  // The link to it, in another profile: it holds words of the note.
  const link = new URL(page.url()).hash;
  const other = await world.open(t, link);
  await harmless(other, "a link without the note");
  for (const route of [`#/search?term=${encodeURIComponent(`<img src=x onerror=${RUN}>`)}`, `#/text/${encodeURIComponent(`"><script>${RUN}</script>`)}`, `#/themes?term=/${encodeURIComponent("(a+)+$|<b>")}/`, "#/overview?at=2014.99999999999999999999.-1&quote=%00%ff", "#/%E0%A4%A"]) {
    await other.evaluate((route) => (location.hash = route), route);
    await other.waitForTimeout(50);
    await harmless(other, route);
    assert.equal(await other.locator("#failure").isVisible(), false, route);
  }
});

test("pasted, and under a name of markup", async (t) => {
  const page = await world.open(t);
  const panel = await addNotes(page);
  await panel.getByText("Paste a text").click();
  await paste(panel.getByRole("textbox", { name: "The text of a note" }), await hostileNote());
  await panel.getByRole("button", { name: "Read this text" }).click();
  await said(page, "Pasted text");
  await harmless(page, "pasted");
});

test("in what is taken away, and on paper", { skip: chromiumAlone }, async (t) => {
  const page = await world.open(t);
  await drop(page, [await world.file(FILE, await hostileNote())]);
  await said(page, "img src=x");
  await page.keyboard.press("Escape");
  for (const name of ["Overview", "Pillars", "Programme", "People", "Language"]) {
    await turnTo(page, name);
    await page.getByRole("button", { name: "Export" }).click();
    const items = await page.getByRole("menuitem").allInnerTexts();
    await page.keyboard.press("Escape");
    for (const item of items.filter((item) => !/print/i.test(item))) {
      await page.getByRole("button", { name: "Export" }).click();
      const { file, bytes } = await world.saved(page, () => page.getByRole("menuitem", { name: item, exact: true }).click());
      const text = bytes.toString();
      const where = `${name} as ${item}`;
      assert.doesNotMatch(file, /[<>"'\u202E]/, where);
      const forbidden = /csv/i.test(item) ? /(^|,)"?[=+\-@\t]/m
        : /markdown/i.test(item) ? /<(img|script|svg|a)\b/i
        : /svg/i.test(item) ? /<(script|foreignObject|img|image)\b|\shref=|<[^>]*\son\w+=/i : /(?!)/;
      assert.equal(text.match(forbidden)?.[0], undefined, where);
    }
  }
  await page.emulateMedia({ media: "print" });
  await harmless(page, "print");
  assert.ok((await page.pdf()).length > 1000);
});

test("where the browser has Trusted Types, no script and no markup is made of a text by any way", async (t) => {
  const page = await world.open(t);
  const thrown = await page.evaluate(async (run) => {
    // From a task of the page's own: what is evaluated by the debugger is let through.
    await new Promise((done) => setTimeout(done));
    const tries = {
      markup: () => (document.createElement("div").innerHTML = `<img src=x onerror="${run}">`),
      script: () => (document.createElement("script").text = run),
      evaluated: () => (0, eval)(run),
      address: () => (document.createElement("script").src = "https://example.org/x.js"),
      worker: () => new Worker("data:text/javascript,1"),
    };
    const kinds = {};
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        attempt();
        kinds[name] = "allowed";
      } catch (error) {
        kinds[name] = error.name;
      }
    }
    return { kinds, ran: window.ran };
  }, RUN);
  world.forgive(page, /TrustedHTML|TrustedScript|Trusted Type|trusted-types|Content Security Policy/);
  assert.equal(thrown.ran, undefined);
  for (const [name, kind] of Object.entries(thrown.kinds)) assert.match(kind, /^(TypeError|EvalError)$/, name);
});
