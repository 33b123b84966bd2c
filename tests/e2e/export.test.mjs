// What is taken away: every view in every format, pictures, and paper.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";

import { setUp } from "./harness.mjs";
import { view } from "./reader.mjs";

const world = setUp();
const VIEWS = ["overview", "themes", "themes?term=prevention", "pillars", "programme", "language", "language?as=lineage", "people", "reports", "queries", "search?term=genocide", "text/2014"];

/** Chooses `name` in the menu, and gives the name and the bytes of the file that comes. */
async function taken(page, name) {
  await page.getByRole("button", { name: "Export" }).click();
  return world.saved(page, () => page.getByRole("menuitem", { name, exact: true }).click());
}

/** What tells a spreadsheet that a file is UTF-8. */
const BYTE_ORDER_MARK = "\u{FEFF}";

/** A CSV's rows, quotes heeded. */
function rows(file) {
  const text = file.replace(BYTE_ORDER_MARK, "");
  const table = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    const row = table.at(-1);
    if (quoted && char === '"' && text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ",") row.push("");
    else if (!quoted && char === "\n") table.push([""]);
    else if (quoted || char !== "\r") row[row.length - 1] += char;
  }
  return table.filter((row) => row.length > 1 || row[0]);
}

for (const route of VIEWS) {
  test(`${route} as Markdown, CSV and JSON`, async (t) => {
    const page = await world.open(t, `#/${route}`);
    const slug = route.split(/[?/]/)[0];
    const markdown = await taken(page, "Markdown");
    assert.equal(markdown.file, `r2p-notes-${slug}.md`);
    assert.match(markdown.bytes.toString(), /^# /m);

    const csv = await taken(page, "CSV");
    assert.equal(csv.file, `r2p-notes-${slug}.csv`);
    assert.ok(csv.bytes.toString().startsWith(BYTE_ORDER_MARK));
    const table = rows(csv.bytes.toString());
    assert.ok(table.length > 5, `${table.length} rows`);
    assert.deepEqual(new Set(table.map((row) => row.length)).size, 1, "rows of different lengths");
    for (const cell of table.flat()) assert.doesNotMatch(cell, /^[=+\-@]/, "a cell that a spreadsheet would run");

    const json = await taken(page, "JSON");
    assert.equal(json.file, `r2p-notes-${slug}.json`);
    assert.ok(JSON.stringify(JSON.parse(json.bytes.toString())).length > 200);
  });
}

test("what is exported is what is shown: the years chosen, no others", async (t) => {
  const page = await world.open(t, "#/overview?years=2014.2016");
  const { bytes } = await taken(page, "CSV");
  const text = bytes.toString();
  assert.match(text, /Fulfilling our collective responsibility/i);
  assert.doesNotMatch(text, /accountability for prevention/i);
});

test("a text gives its own facts, each with its words as given, and what was mended", async (t) => {
  const page = await world.open(t, "#/text/2014");
  const given = await readFile("notes/2014.txt");
  const table = rows((await taken(page, "CSV")).bytes.toString());
  assert.deepEqual(table.shift(), ["year", "field", "value", "source start", "source end", "quote"]);
  for (const [year, field, value, start, end, quote] of table) {
    assert.equal(year, "2014");
    assert.ok(field && (value || field.startsWith("repair")), field);
    const words = given.subarray(Number(start), Number(end)).toString();
    assert.equal(quote.replace(/^'(?=\s*[=+\-@]|[\t\r\n])/, ""), words, `${field}: ${value}`);
  }
  const facts = Object.fromEntries(table.map(([, field, value]) => [field, value]));
  assert.match(facts.Theme, /Fulfilling our collective responsibility/);
  assert.equal(facts["Date of the dialogue"], "8 September 2014");
  assert.ok(table.some(([, field]) => field.startsWith("repair")));

  const { notes, data } = JSON.parse((await taken(page, "JSON")).bytes.toString());
  assert.deepEqual(notes.map((note) => note.label), ["2014"], "other notes than the one shown");
  // As JSON, the note as the command line prints it.
  assert.equal(data[0].event.date.value, "2014-09-08");
  assert.equal(data[0].repairs.length, table.filter(([, field]) => field.startsWith("repair")).length);
  const markdown = (await taken(page, "Markdown")).bytes.toString();
  assert.match(markdown, /\*\*Theme\*\* \| Fulfilling our collective/);
  assert.match(markdown, /Mended in reading/);
  assert.doesNotMatch(markdown, /^## 201[3567]/m);
});

test("a lineage that lists what is new alone is taken away so, and of the note that was chosen", async (t) => {
  const page = await world.open(t, "#/language?of=2015.2016&as=lineage&only=new");
  const listed = await page.getByRole("tabpanel").getByRole("listitem").locator(".status").count();
  assert.ok(listed > 10);
  const table = rows((await taken(page, "CSV")).bytes.toString());
  const sentences = table.filter(([, field]) => /^(new|carried|revised|last):/.test(field));
  assert.equal(sentences.length, listed);
  for (const [year, field] of sentences) assert.ok(year === "2016" && field.startsWith("new:"), `${year} ${field}`);
  const markdown = (await taken(page, "Markdown")).bytes.toString();
  assert.doesNotMatch(markdown, /carried from|revised from|<del>/);
  const { data } = JSON.parse((await taken(page, "JSON")).bytes.toString());
  assert.deepEqual(data.columns.flatMap((column) => column.sentences.map((sentence) => sentence.status)), Array(listed).fill("new"));

  await page.evaluate(() => (location.hash = "/language?as=lineage&only=dropped"));
  await page.getByRole("link", { name: /^\d+ dropped$/ }).and(page.locator("[aria-current]")).waitFor();
  const dropped = rows((await taken(page, "CSV")).bytes.toString()).filter(([, field]) => /^(new|carried|revised):/.test(field));
  assert.deepEqual(dropped, []);
});

for (const [slug, route, says] of [
  ["themes", "themes", ["Concepts by year", "Prevention", "14.2", "seldom to often"]],
  ["pillars", "pillars", ["Share of each note", "International assistance", "several pillars at once", "by substance"]],
  ["programme", "programme", ["The days side by side", "10:00", "Opening", "Jean Ping", "end not stated"]],
  ["language", "language?as=lineage", ["Every sentence through the years", "% its own", "Background", "dropped"]],
  ["reports", "reports", ["Which note cites which report", "2009", "its own report"]],
]) {
  test(`the picture of ${slug} as SVG and PNG, its caption and legend with it`, async (t) => {
    const page = await world.open(t, `#/${route}`);
    await page.getByRole("figure").first().waitFor();
    const svg = (await taken(page, "Picture as SVG")).bytes.toString();
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.doesNotMatch(svg, /href="#\//, "a file has no page to link into");
    assert.match(svg, /<title>[^<]{10,}<\/title>/);
    assert.match(svg, /<desc>[^<]{20,}<\/desc>/);
    const source = ["from the notes of 2013, 2014, 2015, 2016 and 2017", `· ${page.url()}`];
    for (const words of [...says, ...source]) assert.ok(svg.includes(words), `"${words}" is not in it`);
    assert.doesNotMatch(svg, /color\(|var\(/, "a colour that only a browser knows");
    const { file, bytes } = await taken(page, "Picture as PNG");
    assert.equal(file, `r2p-notes-${slug}.png`);
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    // Drawn, not merely made: it has more than a few colours.
    const colours = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
      return new Set(pixels).size;
    }, bytes.toString("base64"));
    assert.ok(colours > 20, `${colours} colours`);
    // The file shows its picture on its own, in a browser that knows nothing of the page.
    const alone = await page.context().newPage();
    await alone.setContent(svg);
    assert.ok((await alone.locator("svg").first().boundingBox()).width > 200);
    const shown = await alone.locator("svg").first().evaluate((svg) => svg.textContent);
    assert.match(shown, /2015/);
  });
}

test("printed, a view is a report: its years, day and link, and no controls", async (t) => {
  await mkdir("tests/e2e/out", { recursive: true });
  for (const route of ["overview", "programme", "language?as=lineage", "pillars", "reports"]) {
    const page = await world.open(t, `#/${route}`);
    await page.emulateMedia({ media: "print" });
    const body = await page.locator("body").innerText();
    assert.ok(body.includes(page.url().replace(/^.*#/, "#")), `${route} does not name its link`);
    assert.match(body, /\d{2}\/\d{2}\/\d{4}|\d{1,2} [A-Z][a-z]+ \d{4}/);
    assert.match(body, /2013[\s\S]*2017/);
    for (const control of ["Add notes", "Export", "Search the notes"]) assert.equal(await page.getByRole("button", { name: control }).count(), 0, control);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await writeFile(`tests/e2e/out/${route.split("?")[0]}.pdf`, pdf);
    const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    assert.ok(boxes.length > 0, "no page");
    for (const [, width, height] of boxes) assert.deepEqual([Math.round(width), Math.round(height)], [595, 842], "not A4");
    assert.ok((await view(page)).length > 200);
  }
});
