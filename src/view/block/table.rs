use super::{View, inline, run_if_any};
use crate::host::intl;
use crate::host::text::{concat, digits};
use crate::model::block::{Cell, Row, Table};
use crate::model::inline::plain_text;
use crate::view::figure;

/// A table in a region of its own, which scrolls by keyboard where the table is wider than the page.
pub fn table(view: &mut View<'_>, table: &Table) {
    view.counts.tables += 1;
    let words = view.words;
    let number = intl::number(f64::from(view.counts.tables), words.language().tag());
    // Regions with the same name could not be told apart, and some tables have no caption.
    let mut label = words.with("table", "number", &number);
    if !table.caption.is_empty() {
        label = concat(&[&label, ": ", &plain_text(&table.caption)]);
    }
    view.open("div.av-table>div.av-table__region@role=region@tabindex=0");
    view.name(&label);
    view.open("table");
    view.theirs();
    run_if_any(view, "caption", &table.caption);
    rows(view, "thead", &table.head, "col");
    rows(view, "tbody", &table.rows, "row");
    rows(view, "tfoot", &table.foot, "row");
    view.close();
    view.close();
    figure::part(view, "p.av-table__credit", "credit", &table.credit);
    view.close();
}

fn rows(view: &mut View<'_>, shape: &'static str, rows: &[Row], scope: &'static str) {
    if rows.is_empty() {
        return;
    }
    view.open(shape);
    for row in rows {
        view.open("tr");
        for part in row {
            cell(view, part, scope);
        }
        view.close();
    }
    view.close();
}

fn cell(view: &mut View<'_>, cell: &Cell, scope: &'static str) {
    // A header without words heads nothing: the corner above the names of the rows.
    if cell.header && !cell.text.is_empty() {
        view.open("th");
        view.attr("scope", scope);
    } else {
        view.open("td");
    }
    span(view, "colspan", cell.columns);
    span(view, "rowspan", cell.rows);
    if let Some(align) = cell.align {
        view.attr("data-align", align.word());
    }
    inline::inlines(view, &cell.text);
    view.close();
}

fn span(view: &mut View<'_>, name: &'static str, span: u16) {
    if span > 1 {
        view.attr(name, &digits(span as usize));
    }
}
