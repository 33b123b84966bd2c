// Pictures of every view, light and dark, at three widths, into tests/e2e/out/; VIEWS=themes,pillars takes fewer.
import { mkdir } from "node:fs/promises";

import { serve } from "../../scripts/serve.mjs";
import { launch } from "./harness.mjs";

const OUT = "tests/e2e/out";
const WIDTHS = [320, 768, 1440];
const VIEWS = process.env.VIEWS?.split(",") ?? ["overview", "themes", "pillars", "programme", "language", "people", "reports", "queries", "text/2014"];

await mkdir(OUT, { recursive: true });
const server = await serve("dist");
const browser = await launch();
try {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of WIDTHS) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      for (const view of VIEWS) {
        await page.goto(`${server.address}#/${view}`);
        await page.getByRole("tabpanel").waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const path = `${OUT}/${view.replace("/", "-")}-${colorScheme}-${width}.png`;
        await page.screenshot({ path, fullPage: true });
        console.log(wide > 0 ? `${path}: ${wide} px wider than the window` : path);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
