use super::View;
use crate::model::block::{Math, MathElement, MathNode};

pub fn math(view: &mut View<'_>, math: &Math) {
    // It may be wider than the page, and then scrolls by keyboard.
    view.open("div.av-math@tabindex=0@role=group");
    let display = if math.display { "block" } else { "inline" };
    view.attr("data-display", display);
    view.label("formula");
    if let Some(content) = &math.content {
        view.open_math("math");
        view.theirs();
        view.attr("display", display);
        if let Some(alt) = &math.alt {
            view.attr("alttext", alt);
            view.attr("aria-label", alt);
        }
        node(view, content);
        view.close();
    } else if let Some(tex) = &math.tex {
        view.open("code.av-math__tex@dir=ltr@role=math");
        view.theirs();
        if let Some(alt) = &math.alt {
            view.attr("aria-label", alt);
        }
        view.text(tex);
        view.close();
    } else if let Some(alt) = &math.alt {
        view.open("bdi");
        view.theirs();
        view.text(alt);
        view.close();
    }
    view.close();
}

fn node(view: &mut View<'_>, part: &MathNode) {
    let element = match part.element {
        // The outermost one is ours.
        MathElement::Math => MathElement::Row,
        other => other,
    };
    view.open_math(element.word());
    for (name, value) in &part.attributes {
        view.attr(name, value);
    }
    if !part.text.is_empty() {
        view.text(&part.text);
    }
    for child in &part.children {
        node(view, child);
    }
    view.close();
}
