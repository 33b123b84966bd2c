// What a reader does and sees, found by roles and words, never by classes.
import { readFile } from "node:fs/promises";

/** Turns to a view by its tab. */
export async function turnTo(page, view) {
  await page.getByRole("tab", { name: view, exact: true }).click();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}

/** Follows the first link of a name in the view; one in a picture by what is drawn of it. */
export async function follow(page, name) {
  const link = page.getByRole("tabpanel").getByRole("link", { name }).first();
  await link.waitFor();
  // Firefox's driver takes such a link for as large as all that is above it.
  const drawn = link.locator("rect");
  await ((await drawn.count()) ? drawn.first() : link).click();
}

/** The labels of the years at the top of the page; only the chosen ones when asked. */
export async function years(page, { chosen = false } = {}) {
  const group = page.getByRole("group", { name: "Years shown" });
  return group.getByRole("button", chosen ? { pressed: true } : {}).allInnerTexts();
}

/** What the view says, white space folded. */
export async function view(page) {
  return folded(await page.getByRole("tabpanel").innerText());
}

/** The source drawer. */
export const drawer = (page) => page.getByRole("dialog", { name: /in its own words/ });

/** The words that the drawer marks in the note as given. */
export async function marked(page) {
  const marks = drawer(page).getByRole("blockquote").first().locator("mark");
  await marks.first().waitFor();
  return folded((await marks.allInnerTexts()).join(""));
}

/** Opens the panel for adding notes. */
export async function addNotes(page) {
  await page.getByRole("banner").getByRole("button", { name: "Add notes" }).click();
  return page.getByRole("dialog", { name: "Add notes" });
}

/** What the page says of a file, once it has read it. */
export async function said(page, file) {
  const line = page.getByRole("list", { name: "What became of the files" }).getByRole("listitem").filter({ hasText: file });
  await line.waitFor();
  return folded(await line.innerText());
}

/** A sixth note: 2014's, as another year's, with a theme of its own. */
export async function sixthNote() {
  const text = await readFile("notes/2014.txt", "utf8");
  return text.replaceAll("2014", "2018").replace("Fulfilling our collective responsibility: International assistance", "Early warning, early action");
}

/**
 * Tries `check` until it passes, beginning anew for five seconds, and fails as it failed last. Only for what is to come: focus,
 * place and what is drawn follow a moment behind what a locator can wait for. What must not happen cannot be told so.
 */
export async function soon(check) {
  const end = Date.now() + 5_000;
  for (;;) {
    try {
      return await check();
    } catch (failure) {
      if (failure.code !== "ERR_ASSERTION" || Date.now() > end) throw failure;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

export const folded = (text) => text.replace(/\s+/gu, " ").trim();
