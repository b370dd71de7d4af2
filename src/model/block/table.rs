use super::{Spoken, Words};
use crate::model::Text;
use crate::model::inline::plain_text;
use crate::model::word::words;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub caption: Text,
    /// Rows of column headers.
    pub head: Vec<Row>,
    pub rows: Vec<Row>,
    /// Sums and the like.
    pub foot: Vec<Row>,
    /// Where the figures come from.
    pub credit: Text,
}

pub type Row = Vec<Cell>;

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub text: Text,
    /// In the head of a table, of a column; elsewhere, of a row.
    pub header: bool,
    /// So many columns and rows it covers: 1 to [`Cell::MOST_SPAN`].
    pub columns: u16,
    pub rows: u16,
    pub align: Option<Align>,
}

impl Cell {
    /// What HTML allows for columns; nobody needs as many rows either.
    pub const MOST_SPAN: u16 = 1000;
}

impl Default for Cell {
    fn default() -> Self {
        Self {
            text: Text::new(),
            header: false,
            columns: 1,
            rows: 1,
            align: None,
        }
    }
}

words! {
    /// Where the words of a cell stand in it.
    pub enum Align {
        Start = "start",
        Center = "center",
        End = "end",
    }
}

impl Spoken for Table {
    fn speak(&self, words: &mut Words) {
        words.say(&plain_text(&self.caption));
        for row in [&self.head, &self.rows, &self.foot].into_iter().flatten() {
            for cell in row {
                words.say(&plain_text(&cell.text));
            }
        }
    }
}
