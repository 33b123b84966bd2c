//! A picture of the page as a file of its own: caption, legend, all its parts and what it was drawn from in one SVG, its
//! styles written into it; as such, or drawn on a canvas as PNG.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, XmlSerializer};

use super::browser;

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Scalable.
    Svg,
    /// Pixels, two for one.
    Png,
}

const SVG: &str = "http://www.w3.org/2000/svg";
/// The properties that a picture takes from the style sheet.
const PROPERTIES: [&str; 9] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "font-variant-numeric",
];
const SCALE: f64 = 2.0;
/// Around the picture, in pixels.
const MARGIN: f64 = 16.0;
/// The most that a letter takes across on the average, of its height.
const LETTER: f64 = 0.65;
/// The size of the lines that say what it was drawn from.
const SOURCE_SIZE: f64 = 12.0;

/// Saves the view's picture with the lines of `source` under it, and says under which name.
///
/// # Errors
/// When there is none, or the browser makes no file of it.
pub async fn save(name: &str, kind: Kind, source: &[String]) -> Result<String, String> {
    let found = document().query_selector("figure.picture").ok().flatten();
    let figure = found.ok_or("this view has no picture")?;
    let said = |error: JsValue| browser::reason(&error);
    let sheet = Sheet::of(&figure, source).map_err(said)?;
    let svg = XmlSerializer::new().and_then(|writer| writer.serialize_to_string(&sheet.root)).map_err(said)?;
    match kind {
        Kind::Svg => {
            let file = format!("{name}.svg");
            browser::download(&file, "image/svg+xml", &svg)?;
            Ok(file)
        }
        Kind::Png => {
            let file = format!("{name}.png");
            let url = pixels(&svg, (sheet.width, sheet.height)).await.map_err(said)?;
            browser::follow(&file, &url).map_err(said)?;
            Ok(file)
        }
    }
}

/// The file's picture in the making.
struct Sheet {
    root: Element,
    /// The figure's place in the window, from which all places on the sheet are counted.
    origin: (f64, f64),
    width: f64,
    height: f64,
}

impl Sheet {
    fn of(figure: &Element, source: &[String]) -> Result<Self, JsValue> {
        let around = figure.get_bounding_client_rect();
        let root = document().create_element_ns(Some(SVG), "svg")?;
        let mut sheet = Self { root, origin: (around.left(), around.top()), width: 0.0, height: 0.0 };
        let paper = sheet.add("rect", None)?;
        let page = document().document_element().ok_or("no page")?;
        paper.set_attribute("fill", &style_of(&page, "background-color")?)?;
        if let Some(caption) = figure.query_selector("figcaption")? {
            let title = sheet.add("title", None)?;
            title.set_text_content(caption.text_content().as_deref());
            sheet.words(&caption)?;
        }
        if let Some(said) = figure.query_selector("svg desc")? {
            sheet.add("desc", None)?.set_text_content(said.text_content().as_deref());
        }
        for sample in all(figure, ".legend svg")? {
            let at = sample.get_bounding_client_rect();
            sheet.draw(&sample, (at.left() - sheet.origin.0, at.top() - sheet.origin.1))?;
        }
        for meaning in all(figure, ".legend span")? {
            sheet.words(&meaning)?;
        }
        // The parts side by side, however far they are scrolled on the page.
        let mut x = 0.0;
        for part in all(figure, "svg.picture-part")? {
            let at = part.get_bounding_client_rect();
            sheet.draw(&part, (x, at.top() - sheet.origin.1))?;
            x += at.width();
        }
        if let Some(caption) = figure.query_selector("figcaption")? {
            source.iter().try_for_each(|line| sheet.source(line, &caption))?;
        }
        let (width, height) = (sheet.width + 2.0 * MARGIN, sheet.height + 2.0 * MARGIN);
        for element in [&paper, &sheet.root] {
            element.set_attribute("width", &number(width)?)?;
            element.set_attribute("height", &number(height)?)?;
        }
        Ok(Self { width, height, ..sheet })
    }

    fn add(&self, name: &str, at: Option<(f64, f64)>) -> Result<Element, JsValue> {
        let element = document().create_element_ns(Some(SVG), name)?;
        if let Some((x, y)) = at {
            element.set_attribute("x", &number(x + MARGIN)?)?;
            element.set_attribute("y", &number(y + MARGIN)?)?;
        }
        self.root.append_child(&element)?;
        Ok(element)
    }

    fn reach(&mut self, right: f64, bottom: f64) {
        self.width = self.width.max(right);
        self.height = self.height.max(bottom);
    }

    /// A line of the page's text, as text of the picture.
    fn words(&mut self, shown: &Element) -> Result<(), JsValue> {
        let at = shown.get_bounding_client_rect();
        let size = style_of(shown, "font-size")?;
        let high = js_sys::parse_float(&size);
        let (x, y) = (at.left() - self.origin.0, at.top() - self.origin.1);
        let text = self.add("text", Some((x, y + at.height() / 2.0 + 0.35 * high)))?;
        text.set_text_content(shown.text_content().as_deref());
        for property in ["font-family", "font-size", "font-weight"] {
            text.set_attribute(property, &style_of(shown, property)?)?;
        }
        text.set_attribute("fill", &style_of(shown, "color")?)?;
        // A block is as wide as the page; its words seldom are.
        let letters = text.text_content().unwrap_or_default().chars().count() as f64;
        self.reach(x + at.width().min(letters * LETTER * high), y + at.height());
        Ok(())
    }

    /// A line under the picture, in the colour of its caption.
    fn source(&mut self, line: &str, caption: &Element) -> Result<(), JsValue> {
        let base = self.height + 1.5 * SOURCE_SIZE;
        let text = self.add("text", Some((0.0, base)))?;
        text.set_text_content(Some(line));
        text.set_attribute("font-family", "sans-serif")?;
        text.set_attribute("font-size", &number(SOURCE_SIZE)?)?;
        text.set_attribute("fill", &style_of(caption, "color")?)?;
        self.reach(line.chars().count() as f64 * LETTER * SOURCE_SIZE, base);
        Ok(())
    }

    /// A drawing of the page at a place of the picture; one that is not shown is left out.
    fn draw(&mut self, shown: &Element, (x, y): (f64, f64)) -> Result<(), JsValue> {
        let at = shown.get_bounding_client_rect();
        if at.width() == 0.0 {
            return Ok(());
        }
        let copy = alone(shown)?;
        for (name, value) in [("x", x + MARGIN), ("y", y + MARGIN), ("width", at.width()), ("height", at.height())] {
            copy.set_attribute(name, &number(value)?)?;
        }
        self.root.append_child(&copy)?;
        self.reach(x + at.width(), y + at.height());
        Ok(())
    }
}

/// A length as the browser writes it: what Rust writes and reads fractions by is large, and nothing else of the first visit's
/// asks for it.
fn number(length: f64) -> Result<String, JsValue> {
    Ok(js_sys::Number::from(length).to_string_with_radix(10)?.into())
}

fn all(figure: &Element, selector: &str) -> Result<Vec<Element>, JsValue> {
    let found = figure.query_selector_all(selector)?;
    Ok((0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect())
}

fn style_of(element: &Element, property: &str) -> Result<String, JsValue> {
    window().get_computed_style(element)?.ok_or("no style")?.get_property_value(property)
}

/// A copy of a drawing with its styles in its own attributes.
fn alone(shown: &Element) -> Result<Element, JsValue> {
    let copy: Element = shown.clone_node_with_deep(true)?.unchecked_into();
    for (shown, copied) in all(shown, "*")?.iter().zip(all(&copy, "*")?) {
        if let Some(style) = window().get_computed_style(shown)? {
            for property in PROPERTIES {
                let value = style.get_property_value(property)?;
                // A pattern is named within the picture; the computed value names it by the page's address.
                if !value.is_empty() && !value.contains("url(") {
                    copied.set_attribute(property, &value)?;
                }
            }
        }
        // Links lead within the page; a file has none.
        copied.remove_attribute("href")?;
        copied.remove_attribute("tabindex")?;
    }
    Ok(copy)
}

async fn pixels(svg: &str, (width, height): (f64, f64)) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width((width * SCALE) as u32);
    canvas.set_height((height * SCALE) as u32);
    let context = canvas.get_context("2d")?.ok_or("the browser gives no canvas")?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.scale(SCALE, SCALE)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    canvas.to_data_url()
}
