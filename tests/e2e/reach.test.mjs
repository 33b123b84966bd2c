// For whoever sees the page otherwise: forced colours, reduced motion, 400 % of zoom, large pictures by the arrow keys.
import assert from "node:assert/strict";
import { test } from "node:test";

import { chromiumAlone, setUp } from "./harness.mjs";
import { drawer, follow, marked } from "./reader.mjs";

const world = setUp();
const ROUTES = [
  "overview", "themes", "themes?term=prevention", "pillars", "programme", "language", "language?as=inline", "language?as=lineage",
  "people", "reports", "queries", "text/2014", "text/2014?as=given", "search?term=atrocity", "overview?years=",
];

async function to(page, route) {
  await page.evaluate((route) => (location.hash = `/${route}`), route);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Texts whose colour is too near to what they stand on, by WCAG's measure, on the page as it is drawn. */
const faint = (page) =>
  page.evaluate(() => {
    const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const over = ([r, g, b, a = 1], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
    const ground = (element) => {
      const layers = [];
      for (let at = element; at; at = at.parentElement) layers.unshift(channels(getComputedStyle(at).backgroundColor));
      return layers.reduce((under, layer) => over(layer, under), channels(getComputedStyle(document.documentElement).backgroundColor));
    };
    /** The shape of a picture that a text stands on: the last drawn before it that holds its middle. */
    const shape = (text) => {
      const box = text.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      let root = text.closest("svg");
      while (root.parentElement.closest("svg")) root = root.parentElement.closest("svg");
      const shapes = [...root.querySelectorAll("rect:not(.target), circle")].filter((one) => {
        const at = one.getBoundingClientRect();
        return at.left <= x && x <= at.right && at.top <= y && y <= at.bottom && one.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      });
      return shapes.at(-1);
    };
    const wrong = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.textContent.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest(".visually-hidden, title, desc, option")) continue;
      const style = getComputedStyle(element);
      const drawn = element.closest("svg");
      let under = ground(element);
      if (drawn && shape(element)) {
        const fill = getComputedStyle(shape(element));
        if (fill.fill.startsWith("url")) continue;
        under = over([...channels(fill.fill).slice(0, 3), Number(fill.fillOpacity)], under);
      }
      const own = channels(drawn ? style.fill : style.color);
      const [a, b] = [light(over(own, under)), light(under)].sort((x, y) => y - x);
      const contrast = (a + 0.05) / (b + 0.05);
      if (contrast < 4.5) wrong.push(`${contrast.toFixed(1)} "${node.textContent.trim().slice(0, 30)}" (${element.getAttribute("class") ?? element.tagName})`);
    }
    return wrong;
  });

for (const colorScheme of ["light", "dark"]) {
  test(`forced colours on ${colorScheme}: every word is read, and what colour alone told is told otherwise`, { skip: chromiumAlone }, async (t) => {
    const page = await world.open(t, "", { colorScheme, forcedColors: "active" });
    const wrong = [];
    for (const route of ROUTES) {
      await to(page, route);
      wrong.push(...(await faint(page)).map((line) => `${route}: ${line}`));
    }
    assert.deepEqual([...new Set(wrong)], []);

    // What was inserted, deleted, moved and revised has a line of its own kind.
    await to(page, "language?as=inline");
    const line = (name) => page.locator(name).first().evaluate((element) => getComputedStyle(element).textDecorationLine + getComputedStyle(element).textDecorationStyle);
    const lines = await Promise.all([".note-text ins", ".note-text del", ".note-text .moved"].map(line));
    assert.equal(new Set(lines).size, 3, lines.join(", "));
    assert.ok(lines.every((line) => !line.startsWith("none")), lines.join(", "));
    // The chosen tab and the chosen years have edges that the others have not.
    const edge = (locator) => locator.evaluate((element) => getComputedStyle(element).borderBottomColor + getComputedStyle(element).borderBottomWidth);
    assert.notEqual(await edge(page.getByRole("tab", { selected: true })), await edge(page.getByRole("tab", { name: "Reports" })));
    await to(page, "overview?years=2013.2014");
    const year = (name) => page.getByRole("group", { name: "Years shown" }).getByRole("button", { name, exact: true });
    assert.notEqual(await edge(year("2013")), await edge(year("2016")));
    // The place that is open is marked.
    await follow(page, "8 September 2014");
    const mark = drawer(page).locator("mark").first();
    await mark.waitFor();
    const [own, around] = await mark.evaluate((element) => [element, element.parentElement].map((one) => getComputedStyle(one).backgroundColor));
    assert.notEqual(own, around);
  });
}

test("reduced motion: nothing moves by itself", { skip: chromiumAlone }, async (t) => {
  const page = await world.open(t, "", { reducedMotion: "reduce" });
  const moving = () =>
    page.evaluate(() => [
      ...document.getAnimations().map((one) => `animation of ${one.effect?.target?.className}`),
      ...[...document.querySelectorAll("*")].filter((one) => getComputedStyle(one).scrollBehavior === "smooth").map((one) => `${one.tagName} scrolls smoothly`),
    ]);
  for (const route of ROUTES) {
    await to(page, route);
    assert.deepEqual(await moving(), [], route);
  }
  await page.getByRole("banner").getByRole("button", { name: "Add notes" }).click();
  await page.getByRole("dialog", { name: "Add notes" }).waitFor();
  assert.deepEqual(await moving(), []);
});

// 1280 by 1024 pixels at 400 %: 320 by 256 of CSS.
const ZOOMED = { viewport: { width: 320, height: 256 }, reducedMotion: "reduce" };

test("from a window of 1,280 on five years stand side by side, and nothing scrolls sideways", { skip: chromiumAlone }, async (t) => {
  const page = await world.open(t, "", { viewport: { width: 1280, height: 800 } });
  for (const route of ROUTES) {
    await to(page, route);
    const wide = await page.evaluate(() => {
      const scrolls = (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "auto";
      const within = [...document.querySelectorAll("main *")].filter(scrolls).map((element) => element.className);
      return document.documentElement.scrollWidth > innerWidth ? ["the page", ...within] : within;
    });
    assert.deepEqual(wide, [], route);
  }
});

test("at 400 % the page scrolls one way; only tables and pictures scroll the other, in themselves", async (t) => {
  const page = await world.open(t, "", ZOOMED);
  for (const route of ROUTES) {
    await to(page, route);
    const wide = await page.evaluate(() => {
      const cut = [...document.querySelectorAll("body *")].filter((one) => {
        const box = one.getBoundingClientRect();
        const scrolls = one.parentElement.closest(".table-scroll, .picture-scroll, .by-year, [role=tablist], svg");
        return box.width > 1 && box.right > innerWidth + 1 && !scrolls && !one.closest(".visually-hidden, .skip");
      });
      return [document.documentElement.scrollWidth > innerWidth && "the page", ...cut.map((one) => `${one.tagName}.${one.className}`)].filter(Boolean);
    });
    assert.deepEqual(wide, [], route);
  }
});

test("at 400 % header and first column stay, and leave room for what they name", async (t) => {
  const page = await world.open(t, "", ZOOMED);
  for (const route of ["overview", "pillars", "themes"]) {
    await to(page, route);
    const stays = await page.locator(".table-scroll").first().evaluate((scroller) => {
      scroller.scrollTo(200, 300);
      const [around, head, first] = [scroller, scroller.querySelector("thead th"), scroller.querySelectorAll("tbody th")[1]].map((one) => one.getBoundingClientRect());
      return { top: Math.round(head.top - around.top), left: Math.round(first.left - around.left), share: first.width / around.width };
    });
    assert.deepEqual([stays.top, stays.left], [0, 0], route);
    assert.ok(stays.share < 0.5, `${route}: the first column takes ${Math.round(stays.share * 100)} %`);
  }
});

test("at 400 % the focus is seen wherever Tab leads", async (t) => {
  const page = await world.open(t, "", ZOOMED);
  for (const route of ["overview", "people", "programme", "language", "themes"]) {
    await to(page, route);
    await page.locator("#main").focus();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press("Tab");
      const lost = await page.evaluate(() => {
        const here = document.activeElement;
        // A region that scrolls is seen by its edge; a link by its own middle.
        if (here === document.body || here.getAttribute("role") === "region") return null;
        const says = (here.getAttribute("aria-label") ?? here.textContent).trim().slice(0, 40);
        // Of a link on several lines, any line.
        const boxes = [...(here.querySelector("rect, circle") ?? here).getClientRects()];
        const seen = boxes.some((box) => {
          const [x, y] = [box.left + Math.min(box.width / 2, 60), box.top + box.height / 2];
          const there = document.elementFromPoint(x, y);
          return there && (here.contains(there) || there.contains(here));
        });
        const style = getComputedStyle(here);
        const ring = here.closest("svg") || style.outlineStyle !== "none";
        return seen && ring ? null : `${says}: ${seen ? "no ring" : "hidden"}`;
      });
      assert.equal(lost, null, route);
    }
  }
});

test("one Tab leads into a picture, the arrows through it, Enter opens the words", async (t) => {
  for (const [route, name] of [["themes", /Concepts by year/], ["pillars", /Share of each note/], ["programme", /days side by side/], ["language?as=lineage", /Every sentence/], ["reports", /Which note cites/]]) {
    const page = await world.open(t, `#/${route}`);
    const figure = page.getByRole("figure", { name });
    await figure.waitFor();
    const stops = figure.locator("svg a[href][tabindex='0']");
    await stops.first().waitFor();
    assert.equal(await stops.count(), 1, `${route}: ${await stops.count()} stops`);
    const parts = await figure.locator("svg a[href]").count();
    await stops.focus();
    const here = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    const seen = new Set([await here()]);
    // There and back, row by row, as one explores.
    for (let round = 0; round < 24; round += 1) {
      for (const key of Array(12).fill(round % 2 ? "ArrowLeft" : "ArrowRight").concat("ArrowDown")) {
        await page.keyboard.press(key);
        seen.add(await here());
      }
    }
    assert.ok(seen.size >= Math.min(parts, 12), `${route}: the arrows reach ${seen.size} of ${parts}`);
    assert.equal(await page.evaluate(() => document.activeElement.closest("figure") !== null), true, "the arrows left the picture");
    const label = await here();
    await page.keyboard.press("Enter");
    if (await page.evaluate(() => location.hash.includes("at="))) assert.ok((await marked(page)).length > 3, `${route}: ${label}`);
  }
});
