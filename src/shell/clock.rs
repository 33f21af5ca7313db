//! The clock on the wall. The time of the clerk's zone is worked out where it is wanted; whether a minute has begun is
//! asked at every key, and needs no zone: every zone in use is whole minutes away from the others.

use chrono::{Local, NaiveDateTime, Timelike};
use std::time::{Duration, SystemTime};

/// The seconds of a minute.
const MINUTE: u64 = 60;

/// The local time, to the second.
pub(super) fn now() -> NaiveDateTime {
    let now = Local::now().naive_local();
    now.with_nanosecond(0).unwrap_or(now)
}

/// The number of the minute that is running, counted from 1970.
pub(super) fn minute() -> u64 {
    seconds() / MINUTE
}

/// How long the minute that is running still runs, to the second.
pub(super) fn rest_of_minute() -> Duration {
    Duration::from_secs(MINUTE - seconds() % MINUTE)
}

/// The seconds since 1970; none on a clock that was never set.
fn seconds() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_over_when_that_of_the_local_time_is() {
        let (before, local, after) = (seconds(), now(), seconds());
        assert!((1..=MINUTE).contains(&rest_of_minute().as_secs()));
        // Where the minute ends between two looks there is nothing to compare.
        if before / MINUTE == after / MINUTE {
            assert!((before % MINUTE..=after % MINUTE).contains(&u64::from(local.second())));
        }
    }
}
