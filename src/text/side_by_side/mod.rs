//! Rows of a table whose cells stand side by side and break into lines, two or more of them at once: `10.20  Introduction of
//! the  Mr. Ng, Chief of` / `report  the Section`. The lines of each cell are put one behind the other and a tab between the
//! cells, so that a row is read cell by cell and not line by line. Two names that sign a letter side by side are put one
//! below the other, each with what stands under it, and so are two contacts.

mod cells;
mod contacts;
mod order;
mod reports;
mod rows;
mod signatures;
mod written;

pub(super) use order::put_in_order;
