// Pictures of every view, light and dark, at three widths, into tests/e2e/out/; VIEWS=themes,pillars takes fewer.
// README=1 takes the README's pictures alone, into docs/.
import { mkdir, writeFile } from "node:fs/promises";

import { serve } from "../../scripts/serve.mjs";
import { launch } from "./harness.mjs";

const OUT = "tests/e2e/out";
// Without its worker the page does not say that it works offline; what is brought into sight is there at once.
const QUIET = { serviceWorkers: "block", reducedMotion: "reduce" };
const WIDTHS = [320, 768, 1440];
const VIEWS = process.env.VIEWS?.split(",") ?? ["overview", "themes", "pillars", "programme", "language", "people", "reports", "queries", "text/2014"];

await mkdir(OUT, { recursive: true });
const server = await serve("dist");
const browser = await launch();
try {
  await (process.env.README ? readme() : views());
} finally {
  await browser.close();
  await server.close();
}

async function views() {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, ...QUIET });
      for (const view of VIEWS) {
        await page.goto(`${server.address}#/${view}`);
        await page.getByRole("tabpanel").waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const path = `${OUT}/${view.replace("/", "-")}-${colorScheme}-${width}.png`;
        await page.screenshot({ path, fullPage: true });
        console.log(wide > 0 ? `${path}: ${wide} px wider than the window` : path);
      }
      await page.close();
    }
  }
}

/** The six of docs/, each in its own light. */
async function readme() {
  const shots = [
    ["overview", "#/overview"],
    ["programme", "#/programme", "Surin Pitsuwan"],
    ["lineage", "#/language?as=lineage", /^2017, carried from 2016: In 2009/],
    ["pillars", "#/pillars", null, "dark"],
    ["themes", "#/themes", null, "dark"],
    ["text", "#/text/2016", /^22 August/],
  ];
  for (const [name, route, link, colorScheme = "light"] of shots) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme, ...QUIET });
    await page.goto(server.address + route);
    await page.getByRole("tabpanel").waitFor();
    if (link) {
      // By key: the middle of a band may lie under another.
      await page.getByRole("tabpanel").getByRole("link", { name: link }).first().press("Enter");
      await page.getByRole("dialog", { name: /in its own words/ }).waitFor();
    }
    await page.evaluate(() => (scrollTo(0, 0), document.activeElement.blur()));
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 75 });
    await writeFile(`docs/${name}.webp`, Buffer.from(data, "base64"));
    await page.close();
  }
}
