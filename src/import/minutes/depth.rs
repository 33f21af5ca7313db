//! How deep an entry of a list stands under its paragraph: by its column where those of the paper differ, or else by how
//! it is marked. Knows columns, and neither words nor blocks.

/// Where the paragraph that is read stands, and the list below it.
#[derive(Debug, Default)]
pub(super) struct Depth {
    /// The column of the last paragraph that was no entry of a list.
    paragraph: Option<usize>,
    /// The column of the entries of the outer list below it.
    list: Option<usize>,
}

impl Depth {
    /// Below a paragraph at this column, with no list yet.
    pub fn below(column: usize) -> Self {
        Self { paragraph: Some(column), list: None }
    }

    /// How deep a bullet stands: as deep as the paragraph above it, or as many steps further in.
    pub fn of_bullet(&self, column: usize) -> u8 {
        match self.list {
            _ if column <= self.paragraph.unwrap_or(0) + 1 => 0,
            Some(list) if column > list + 2 => 2,
            _ => 1,
        }
    }

    /// How deep a lettered entry stands, one that is marked as those of an inner list are or not.
    pub fn of_entry(&mut self, column: usize, is_inner: bool) -> u8 {
        let is_deep = match self.list {
            Some(list) if column != list => column > list,
            Some(list) if self.paragraph.is_some_and(|paragraph| list > paragraph + 2) => false,
            _ => is_inner,
        };
        if !is_deep {
            self.list = Some(column);
        }
        1 + u8::from(is_deep)
    }

    /// Whether a column is well inside that of the paragraph.
    pub fn is_inside(&self, column: usize) -> bool {
        self.paragraph.is_some_and(|paragraph| column > paragraph + 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_before_marks() {
        let mut depth = Depth::below(0);
        assert_eq!([depth.of_entry(4, false), depth.of_entry(8, true), depth.of_entry(4, true)], [1, 2, 1]);
        let mut flat = Depth::below(0);
        assert_eq!([flat.of_entry(0, false), flat.of_entry(0, true), flat.of_entry(0, false)], [1, 2, 1]);
        assert!(depth.is_inside(3) && !depth.is_inside(2));
    }
}
