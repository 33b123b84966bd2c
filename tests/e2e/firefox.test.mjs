// A smoke test in Firefox, by WebDriver BiDi: what a reader does most. It runs where there is a Firefox, named by FIREFOX or
// under a usual name, and puppeteer-core on NODE_PATH; elsewhere it is skipped and says so. All else is tested in Chromium.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { serve } from "../../scripts/serve.mjs";
import { sixthNote } from "./reader.mjs";

const firefox = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => path && existsSync(path));
const puppeteer = (() => {
  try {
    return createRequire(import.meta.url)("puppeteer-core");
  } catch {
    return null;
  }
})();
const skip = !firefox ? "no Firefox" : !puppeteer && "no puppeteer-core on NODE_PATH";

let [server, browser, folder] = [];
before(async () => {
  if (skip) return;
  server = await serve("dist");
  folder = await mkdtemp(join(tmpdir(), "r2p-notes-"));
  const extraPrefsFirefox = { "browser.download.folderList": 2, "browser.download.dir": folder, "browser.download.useDownloadDir": true };
  browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true, extraPrefsFirefox });
});
after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** A page at `route`, ready for a reader; at the end, that nothing went wrong on it. */
async function open(t, route = "") {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  t.after(async () => {
    await page.close();
    assert.deepEqual(wrong, []);
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(server.address + route);
  await page.waitForSelector('html[data-page="open"]');
  return page;
}

const has = (page, words, within = "#view") =>
  page.waitForFunction((words, within) => document.querySelector(within)?.innerText.includes(words), {}, words, within);
const hash = (page) => page.evaluate(() => location.hash);

test("it opens with five years, its views and no complaint", { skip }, async (t) => {
  const page = await open(t);
  assert.equal(await page.$$eval(".years button", (all) => all.map((one) => one.innerText).join()), "2013,2014,2015,2016,2017");
  for (const [view, words] of [["Themes", "Concepts by year"], ["Pillars", "27.7 %"], ["Programme", "Jean Ping"], ["Language", "From 2016 to 2017"], ["People", "Ban Ki-moon"], ["Reports", "A/68/947"], ["Queries", "mended in reading"], ["Text", "Trusteeship Council"]]) {
    await (await page.waitForSelector(`#tab-${view.toLowerCase()}`)).click();
    await has(page, words).catch(() => assert.fail(`${view} does not say "${words}"`));
  }
});

test("a fact opens its words, and Back closes them", { skip }, async (t) => {
  const page = await open(t, "#/overview");
  const fact = await page.waitForSelector("#view a ::-p-text(8 September 2014)");
  await fact.click();
  await page.waitForSelector("[role=dialog] mark");
  assert.match(await page.$eval("[role=dialog] mark", (mark) => mark.innerText), /8 September 2014/);
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector(".drawer"));
  assert.equal(await hash(page), "#/overview");
});

test("search finds as one types, and opens the place", { skip }, async (t) => {
  const page = await open(t, "#/overview");
  await page.keyboard.press("/");
  await page.keyboard.type("accountability");
  await has(page, "“accountability”");
  assert.match(await hash(page), /term=accountability/);
  await (await page.waitForSelector(".concordance .keyword a")).click();
  await page.waitForSelector("[role=dialog] mark");
  assert.match(await page.$eval("[role=dialog] mark", (mark) => mark.innerText), /accountability/i);
});

test("a note that is chosen stands beside the others, and is there after a reload", { skip }, async (t) => {
  const page = await open(t, "#/themes");
  const path = join(folder, "2018.txt");
  await writeFile(path, await sixthNote());
  await page.keyboard.press("a");
  await (await page.waitForSelector("input[type=file]")).uploadFile(path);
  await has(page, "Early warning, early action", ".arrivals");
  await page.keyboard.press("Escape");
  await has(page, "Early warning, early action");
  // The note is kept a moment after it is shown.
  await new Promise((done) => setTimeout(done, 1000));
  await page.reload();
  await has(page, "Early warning, early action");
});

test("a view and its picture are taken away", { skip }, async (t) => {
  const page = await open(t, "#/language?as=lineage");
  await page.waitForSelector(".river a[tabindex='0']");
  for (const [name, file, begins] of [["CSV", "r2p-notes-language.csv", "year,field,value"], ["Picture as PNG", "r2p-notes-language.png", "\x89PNG"]]) {
    await (await page.waitForSelector(".menu > button")).click();
    await (await page.waitForSelector(`[role=menuitem] ::-p-text(${name})`)).click();
    for (let tries = 0; tries < 100 && !((await readdir(folder)).includes(file) && (await readFile(join(folder, file))).length); tries += 1) await new Promise((done) => setTimeout(done, 100));
    assert.ok((await readFile(join(folder, file), "latin1")).startsWith(begins), file);
  }
});
