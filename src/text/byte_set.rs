//! Sets of bytes that a pass over a text asks at every place.

/// Which bytes are among `members`.
pub(super) const fn byte_set(members: &[u8]) -> [bool; 256] {
    let mut set = [false; 256];
    let mut i = 0;
    while i < members.len() {
        set[members[i] as usize] = true;
        i += 1;
    }
    set
}
