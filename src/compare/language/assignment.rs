//! Assignment: of all ways to pair rows with columns, the one with the greatest total weight.
//!
//! Weights are sparse. The pairs that have one fall into connected components, and each is solved by shortest augmenting
//! paths (H. W. Kuhn, "The Hungarian method for the assignment problem", 1955; R. Jonker and A. Volgenant, "A shortest
//! augmenting path algorithm for dense and sparse linear assignment problems", 1987): cubic in a component, and a
//! component is a handful of sentences that resemble each other. One of more than [`LARGEST`] rows or columns, which only
//! a text of repetitions has, is paired greedily.

use std::collections::BTreeMap;

/// The largest component that is solved exactly.
pub const LARGEST: usize = 400;

/// A pair that may be made, and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// What the pair is worth: more than nothing.
    pub weight: f64,
}

/// The pairs of greatest total weight: each row and each column in one at most. In the order of rows.
pub fn assign(edges: &[Edge]) -> Vec<Edge> {
    let mut chosen: Vec<Edge> = components(edges).into_iter().flat_map(|component| solve(&component)).collect();
    chosen.sort_by_key(|edge| (edge.row, edge.column));
    chosen
}

/// The edges, by connected component.
fn components(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let mut parent: Vec<usize> = (0..edges.len()).collect();
    let mut by_row: BTreeMap<usize, usize> = BTreeMap::new();
    let mut by_column: BTreeMap<usize, usize> = BTreeMap::new();
    for (i, edge) in edges.iter().enumerate() {
        for first in [*by_row.entry(edge.row).or_insert(i), *by_column.entry(edge.column).or_insert(i)] {
            let (a, b) = (root(&mut parent, first), root(&mut parent, i));
            parent[a.max(b)] = a.min(b);
        }
    }
    let mut components: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    for (i, edge) in edges.iter().enumerate() {
        components.entry(root(&mut parent, i)).or_default().push(*edge);
    }
    components.into_values().collect()
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

fn solve(edges: &[Edge]) -> Vec<Edge> {
    if let [edge] = edges {
        return vec![*edge];
    }
    let numbered = |of: fn(&Edge) -> usize| {
        let mut all: Vec<usize> = edges.iter().map(of).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let (rows, columns) = (numbered(|edge| edge.row), numbered(|edge| edge.column));
    if rows.len().max(columns.len()) > LARGEST {
        return greedy(edges);
    }
    let size = rows.len().max(columns.len());
    let mut weights = vec![0.0; size * size];
    for edge in edges {
        let row = rows.binary_search(&edge.row).unwrap_or_default();
        let column = columns.binary_search(&edge.column).unwrap_or_default();
        weights[row * size + column] = edge.weight;
    }
    let of_row = best_columns(&weights, size);
    let mut chosen: Vec<Edge> = Vec::new();
    for (row, &at) in rows.iter().zip(&of_row) {
        chosen.extend(columns.get(at).and_then(|column| {
            edges.iter().find(|edge| edge.row == *row && edge.column == *column && edge.weight > 0.0).copied()
        }));
    }
    chosen
}

/// The column of each row in the assignment of greatest weight; `weights` is a square, row by row.
fn best_columns(weights: &[f64], size: usize) -> Vec<usize> {
    let cost = |row: usize, column: usize| -weights[(row - 1) * size + column - 1];
    // Potentials of rows and columns, and the row of each column; all counted from 1, 0 standing for none.
    let mut of_row = vec![0.0; size + 1];
    let mut of_column = vec![0.0; size + 1];
    let mut row_of = vec![0; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let mut column = 0;
        let mut shortest = vec![f64::INFINITY; size + 1];
        let mut came_from = vec![0; size + 1];
        let mut done = vec![false; size + 1];
        while row_of[column] != 0 {
            done[column] = true;
            let from = row_of[column];
            let mut step = f64::INFINITY;
            let mut next = 0;
            for to in (1..=size).filter(|&to| !done[to]) {
                let reduced = cost(from, to) - of_row[from] - of_column[to];
                if reduced < shortest[to] {
                    shortest[to] = reduced;
                    came_from[to] = column;
                }
                if shortest[to] < step {
                    step = shortest[to];
                    next = to;
                }
            }
            for to in 0..=size {
                if done[to] {
                    of_row[row_of[to]] += step;
                    of_column[to] -= step;
                } else {
                    shortest[to] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[came_from[column]];
            column = came_from[column];
        }
    }
    let mut columns = vec![size; size];
    for column in 1..=size {
        columns[row_of[column] - 1] = column - 1;
    }
    columns
}

fn greedy(edges: &[Edge]) -> Vec<Edge> {
    let mut edges = edges.to_vec();
    edges.sort_by(|a, b| b.weight.total_cmp(&a.weight).then((a.row, a.column).cmp(&(b.row, b.column))));
    let mut rows = std::collections::BTreeSet::new();
    let mut columns = std::collections::BTreeSet::new();
    edges.retain(|edge| {
        let free = !rows.contains(&edge.row) && !columns.contains(&edge.column);
        if free {
            rows.insert(edge.row);
            columns.insert(edge.column);
        }
        free
    });
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The greatest total weight, by trying every assignment.
    fn by_trying(edges: &[Edge], row: usize, used: &mut Vec<usize>) -> f64 {
        if row == 6 {
            return 0.0;
        }
        let mut best = by_trying(edges, row + 1, used);
        for edge in edges.iter().filter(|edge| edge.row == row) {
            if !used.contains(&edge.column) {
                used.push(edge.column);
                best = best.max(edge.weight + by_trying(edges, row + 1, used));
                used.pop();
            }
        }
        best
    }

    #[test]
    fn the_total_counts_and_not_the_best_pair() {
        let edge = |row, column, weight| Edge { row, column, weight };
        let chosen = assign(&[edge(0, 0, 0.9), edge(0, 1, 0.8), edge(1, 0, 0.8)]);
        assert_eq!(chosen, [edge(0, 1, 0.8), edge(1, 0, 0.8)]);
    }

    proptest! {
        #[test]
        fn no_assignment_is_better(weights in prop::collection::vec(prop::option::of(0.01..1.0f64), 36)) {
            let edges: Vec<Edge> = weights.iter().enumerate()
                .filter_map(|(i, weight)| weight.map(|weight| Edge { row: i / 6, column: i % 6, weight }))
                .collect();
            let chosen = assign(&edges);
            for (i, edge) in chosen.iter().enumerate() {
                prop_assert!(chosen[i + 1..].iter().all(|other| other.row != edge.row && other.column != edge.column));
            }
            let total: f64 = chosen.iter().map(|edge| edge.weight).sum();
            prop_assert!((total - by_trying(&edges, 0, &mut Vec::new())).abs() < 1e-9);
        }
    }
}
