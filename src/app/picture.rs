//! A picture of the page as a file of its own: its styles written into it, then as SVG or, drawn on a canvas, as PNG.

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

/// The properties that a picture takes from the style sheet.
const PROPERTIES: [&str; 7] =
    ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "font-variant-numeric"];
const SCALE: f64 = 2.0;

/// Saves the first picture that `selector` names, and says under which name.
///
/// # Errors
/// When there is none, or the browser makes no file of it.
pub async fn save(selector: &str, name: &str, kind: Kind) -> Result<String, String> {
    let found = document().query_selector(selector).ok().flatten();
    let picture = found.ok_or("this view has no picture")?;
    let said = |error: JsValue| browser::reason(&error);
    let size = picture.get_bounding_client_rect();
    let svg = alone(&picture, (size.width(), size.height())).map_err(said)?;
    match kind {
        Kind::Svg => {
            let file = format!("{name}.svg");
            browser::download(&file, "image/svg+xml", &svg)?;
            Ok(file)
        }
        Kind::Png => {
            let file = format!("{name}.png");
            let url = pixels(&svg, (size.width(), size.height())).await.map_err(said)?;
            browser::follow(&file, &url).map_err(said)?;
            Ok(file)
        }
    }
}

/// The picture with its styles in its own attributes.
fn alone(picture: &Element, (width, height): (f64, f64)) -> Result<String, JsValue> {
    let copy: Element = picture.clone_node_with_deep(true)?.unchecked_into();
    let (shown, copied) = (picture.query_selector_all("*")?, copy.query_selector_all("*")?);
    for at in 0..shown.length().min(copied.length()) {
        let (Some(shown), Some(copied)) = (shown.get(at), copied.get(at)) else { continue };
        let (shown, copied): (Element, Element) = (shown.unchecked_into(), copied.unchecked_into());
        if let Some(style) = window().get_computed_style(&shown)? {
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
    }
    copy.set_attribute("xmlns", "http://www.w3.org/2000/svg")?;
    copy.set_attribute("width", &width.to_string())?;
    copy.set_attribute("height", &height.to_string())?;
    XmlSerializer::new()?.serialize_to_string(&copy)
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
    let paper = window().get_computed_style(&document().document_element().ok_or("no page")?)?;
    let paper = paper.map(|style| style.get_property_value("background-color")).transpose()?.unwrap_or_default();
    context.set_fill_style_str(&paper);
    context.fill_rect(0.0, 0.0, width * SCALE, height * SCALE);
    context.scale(SCALE, SCALE)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    canvas.to_data_url()
}
