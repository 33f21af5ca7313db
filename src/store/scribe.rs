//! The scribe of a journal: a thread that hands its lines to the operating system, so that whoever adds them has
//! something else to do meanwhile, and need not wait for a disk that has stalled. Knows nothing of what a line says.
//!
//! To wake a thread takes longer than to write a line. So the scribe is called by a [`Bell`] as soon as a key has come,
//! by whoever reads the keyboard, and looks out for a moment until there is something to write.

use super::error::StoreError;
use super::journal::Journal;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// How often the scribe looks, after he was called, whether there is something to write, and lets others go first: half a
/// millisecond or so, where nobody else has anything to do. What a key changes is there sooner, or he is woken.
const LOOKS: u32 = 1000;

/// What calls the scribe. All clones are the same bell.
#[derive(Debug, Clone, Default)]
pub struct Bell {
    hung: Arc<(Mutex<Rung>, Condvar)>,
}

#[derive(Debug, Default)]
struct Rung {
    times: u64,
    /// How many sleep until it rings.
    asleep: usize,
}

impl Bell {
    /// Says that there will be something to write in a moment. Costs whoever says it the waking of a thread.
    pub fn ring(&self) {
        self.rung().times += 1;
        self.hung.1.notify_all();
    }

    /// Rings for somebody who sleeps. Whoever is awake looks by himself.
    fn wake(&self) {
        let mut rung = self.rung();
        if rung.asleep > 0 {
            rung.times += 1;
            drop(rung);
            self.hung.1.notify_all();
        }
    }

    /// Sleeps until it has rung more than `heard` times, unless there is something to do.
    fn sleep(&self, heard: &mut u64, busy: impl Fn() -> bool) {
        let mut rung = self.rung();
        rung.asleep += 1;
        // Whoever asks for something does so before he looks whether anybody sleeps.
        while rung.times == *heard && !busy() {
            rung = self.hung.1.wait(rung).unwrap_or_else(PoisonError::into_inner);
        }
        rung.asleep -= 1;
        *heard = rung.times;
    }

    fn rung(&self) -> MutexGuard<'_, Rung> {
        self.hung.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The scribe of a journal. Dropping it waits until he has nothing to write.
#[derive(Debug)]
pub struct Scribe {
    journal: Journal,
    bell: Bell,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Scribe {
    /// Has somebody write a journal, who is called by this bell.
    ///
    /// # Errors
    /// If there can be no more threads.
    pub fn start(journal: &Journal, bell: &Bell, record: &Path) -> Result<Self, StoreError> {
        let over = Arc::new(AtomicBool::new(false));
        let his = (journal.clone(), bell.clone(), Arc::clone(&over));
        let thread = thread::Builder::new()
            .name("scribe".to_owned())
            .spawn(move || work(&his.0, &his.1, &his.2))
            .map_err(StoreError::io("starting the scribe", record))?;
        Ok(Self { journal: journal.clone(), bell: bell.clone(), over, thread: Some(thread) })
    }

    /// Has everything written that was added, what was refused before too, and returns at once.
    /// [`Journal::wait`] tells what came of it.
    pub fn write(&self) {
        self.journal.ask();
        self.bell.wake();
    }

    /// Lets him go without waiting: his disk may never answer.
    pub fn let_go(mut self) {
        self.thread = None;
    }
}

impl Drop for Scribe {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Release);
        self.bell.ring();
        if let Some(thread) = self.thread.take() {
            // What he could not write has been told by the journal.
            let _ = thread.join();
        }
    }
}

fn work(journal: &Journal, bell: &Bell, over: &AtomicBool) {
    let is_over = || over.load(Ordering::Acquire);
    let mut heard = 0;
    loop {
        // While a disk holds somebody else up there is nothing to do: he takes along what is asked for meanwhile.
        bell.sleep(&mut heard, || journal.is_due() || is_over());
        for _ in 0..LOOKS {
            if journal.is_due() || is_over() {
                break;
            }
            thread::yield_now();
        }
        if journal.is_due() {
            journal.write();
        } else if is_over() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Entry;
    use crate::store::journal::Handed;
    use crate::store::told::Told;
    use proptest::prelude::*;
    use std::sync::mpsc::Sender;
    use std::time::Duration;

    fn journal() -> (Journal, Sender<bool>, Arc<Told>) {
        let (disk, word) = Told::new();
        (Journal::on(Path::new("a.journal"), Arc::<Told>::clone(&disk), 0, 0), word, disk)
    }

    fn start(journal: &Journal, bell: &Bell) -> Scribe {
        Scribe::start(journal, bell, Path::new("a.ron")).unwrap()
    }

    #[test]
    fn he_writes_what_is_asked_for_whether_he_was_called_or_not() {
        let (journal, word, disk) = journal();
        drop(word);
        let bell = Bell::default();
        let scribe = start(&journal, &bell);
        for round in 0..200 {
            if round % 2 == 0 {
                bell.ring();
            }
            journal.add(Box::new(Entry::Undid));
            scribe.write();
            assert!(matches!(journal.wait(Duration::MAX), Handed::Over));
            assert_eq!(disk.bodies().len(), round + 1);
        }
    }

    #[test]
    fn what_was_added_and_not_asked_for_is_left_alone() {
        let (journal, word, disk) = journal();
        drop(word);
        let bell = Bell::default();
        let scribe = start(&journal, &bell);
        journal.add(Box::new(Entry::Undid));
        bell.ring();
        drop(scribe);
        assert_eq!(disk.bodies(), [""; 0]);
    }

    #[test]
    fn dropping_him_waits_until_he_has_written() {
        let (journal, word, disk) = journal();
        let scribe = start(&journal, &Bell::default());
        journal.add(Box::new(Entry::Undid));
        scribe.write();
        assert!(matches!(journal.wait(Duration::ZERO), Handed::NotYet));
        word.send(true).unwrap();
        drop(scribe);
        assert_eq!(disk.bodies(), ["1 Undid"]);
    }

    #[test]
    fn he_sleeps_while_somebody_else_is_held_up_by_the_disk() {
        let (journal, word, disk) = journal();
        let his = journal.clone();
        journal.add(Box::new(Entry::Undid));
        let held_up = thread::spawn(move || his.write());
        // Until it is on its way: what is only asked for the scribe would write himself.
        while !matches!(journal.wait(Duration::ZERO), Handed::NotYet) || journal.is_due() {
            thread::yield_now();
        }
        let bell = Bell::default();
        let scribe = start(&journal, &bell);
        journal.add(Box::new(Entry::Redid));
        scribe.write();
        // Whoever goes round and round is never found asleep, however often one looks.
        let asleep = (0..100_000).any(|_| {
            thread::yield_now();
            bell.rung().asleep == 1
        });
        drop(word);
        held_up.join().unwrap();
        assert!(asleep, "the disk had not answered, and there was nothing that he could do");
        assert!(matches!(journal.wait(Duration::MAX), Handed::Over));
        assert_eq!(disk.bodies(), ["1 Undid", "2 Redid"]);
    }

    #[test]
    fn another_goes_on_where_the_journal_has_gone_while_his_disk_does_not_answer() {
        let (journal, word, disk) = journal();
        let bell = Bell::default();
        let scribe = start(&journal, &bell);
        journal.add(Box::new(Entry::Undid));
        scribe.write();
        while journal.is_due() {
            thread::yield_now();
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("b.journal");
        let left = journal.leave();
        std::fs::write(&path, left.lines().unwrap()).unwrap();
        let length = std::fs::metadata(&path).unwrap().len();
        // Nobody has told the disk to do anything: each of these would hang if it waited for the first.
        journal.add(Box::new(Entry::Redid));
        scribe.write();
        assert!(matches!(journal.wait(Duration::ZERO), Handed::NotYet));
        journal.arrive(&left, &path, length).unwrap();
        let another = start(&journal, &bell);
        scribe.let_go();
        journal.add(Box::new(Entry::Undid));
        another.write();
        assert!(matches!(journal.wait(Duration::MAX), Handed::Over));
        let written = std::fs::read_to_string(&path).unwrap();
        let there: Vec<_> = written.lines().map(|line| line.rsplit_once(' ').unwrap().0).collect();
        assert_eq!(there, ["1 Undid", "2 Redid", "3 Undid"]);
        // The old disk answers at last, and that is no matter to anybody.
        drop(word);
        assert!(disk.bodies().len() <= 1);
    }

    /// What happens to a journal, in any order.
    #[derive(Debug, Clone)]
    enum Step {
        Add,
        /// Asks the scribe, called before or not.
        Ask(bool),
        /// The disk answers the next write: it takes it, or is full.
        Word(bool),
        /// Somebody else adds something, and writes it himself.
        Other,
        /// Somebody else syncs.
        Sync,
        /// The journal goes on in another file.
        Move,
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            4 => Just(Step::Add),
            4 => any::<bool>().prop_map(Step::Ask),
            4 => any::<bool>().prop_map(Step::Word),
            2 => Just(Step::Other),
            1 => Just(Step::Sync),
            1 => Just(Step::Move),
        ]
    }

    /// A journal, whoever writes it, and where it is written.
    struct Scene {
        journal: Journal,
        bell: Bell,
        scribe: Scribe,
        disk: Arc<Told>,
        folder: tempfile::TempDir,
        moves: usize,
        others: Vec<JoinHandle<()>>,
        /// How many entries there were when the scribe was asked last.
        asked: u64,
    }

    impl Scene {
        fn do_it(&mut self, step: &Step, word: &Sender<bool>) {
            match step {
                Step::Add => self.journal.add(Box::new(Entry::Undid)),
                Step::Ask(is_called) => {
                    if *is_called {
                        self.bell.ring();
                    }
                    self.asked = self.journal.entries();
                    self.scribe.write();
                }
                Step::Word(well) => word.send(*well).unwrap(),
                Step::Other => self.aside(|journal| {
                    journal.add(Box::new(Entry::Redid));
                    journal.write();
                }),
                Step::Sync => self.aside(|journal| _ = journal.sync()),
                Step::Move => self.go_on(),
            }
        }

        fn aside(&mut self, deed: impl FnOnce(Journal) + Send + 'static) {
            let journal = self.journal.clone();
            self.others.push(thread::spawn(move || deed(journal)));
        }

        fn go_on(&mut self) {
            let left = self.journal.leave();
            self.moves += 1;
            let path = self.place();
            std::fs::write(&path, left.lines().unwrap()).unwrap();
            let length = std::fs::metadata(&path).unwrap().len();
            self.journal.arrive(&left, &path, length).unwrap();
            let another = start(&self.journal, &self.bell);
            std::mem::replace(&mut self.scribe, another).let_go();
        }

        fn place(&self) -> std::path::PathBuf {
            self.folder.path().join(format!("{}.journal", self.moves))
        }

        /// The numbers of the entries that are written, in the order in which they are.
        fn written(&self) -> Vec<u64> {
            let lines = match self.moves {
                0 => self.disk.bodies(),
                _ => std::fs::read_to_string(self.place()).unwrap().lines().map(str::to_owned).collect(),
            };
            lines.iter().map(|line| line.split_once(' ').unwrap().0.parse().unwrap()).collect()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_happens_a_journal_has_no_gap_and_what_was_asked_for_is_written(
            steps in prop::collection::vec(step(), 1..40)
        ) {
            let (journal, word, disk) = journal();
            let bell = Bell::default();
            let scribe = start(&journal, &bell);
            let folder = tempfile::tempdir().unwrap();
            let (moves, others, asked) = (0, vec![], 0);
            let mut scene = Scene { journal, bell, scribe, disk, folder, moves, others, asked };
            steps.iter().for_each(|step| scene.do_it(step, &word));
            drop(word);
            scene.others.drain(..).for_each(|other| other.join().unwrap());
            while !matches!(scene.journal.wait(Duration::MAX), Handed::Over) {
                // A full disk is tried again by whoever asks next, as often as it is full.
                scene.scribe.write();
            }
            let written = scene.written();
            prop_assert!(written.len() as u64 >= scene.asked, "{written:?}");
            while scene.journal.flush().is_err() {}
            let all: Vec<u64> = (1..=scene.journal.entries()).collect();
            prop_assert_eq!(scene.written(), all);
        }
    }
}
