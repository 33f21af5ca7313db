//! Disks that fail under the program, in earnest: full, gone, shut, and not answering. Typing goes on, the status
//! line says so, and when room returns everything is there. What this machine does not allow is skipped aloud.
#![cfg(unix)]

use crate::program::House;
use crate::pty::{QUIT, Terminal, signal};
use crate::shared::skipped;
use crate::stage::meeting;
use minutebook::store;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Does something with a tool of the system. Returns whether it could be done.
fn tool(name: &str, arguments: &[&str]) -> bool {
    let done = Command::new(name).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    done.is_ok_and(|status| status.success())
}

/// A file system of its own, as long as this lives.
struct Disk {
    at: PathBuf,
}

impl Disk {
    /// A small disk of memory.
    fn small(house: &House) -> Option<Self> {
        let disk = Self::place(house);
        let at = disk.at.to_str().unwrap().to_owned();
        disk.if_done(tool("mount", &["-t", "tmpfs", "-o", "size=256k", "minutebook-test", &at]))
    }

    /// A disk that can be told not to answer.
    fn freezing(house: &House) -> Option<Self> {
        let image = house.path("image");
        File::create(&image).unwrap().set_len(8 << 20).unwrap();
        let image = image.to_str().unwrap();
        let disk = Self::place(house);
        let at = disk.at.to_str().unwrap().to_owned();
        disk.if_done(tool("mkfs.ext4", &["-q", image]) && tool("mount", &["-o", "loop", image, &at]))
            .filter(|disk| disk.freeze() && disk.thaw())
    }

    fn place(house: &House) -> Self {
        let at = house.path("disk");
        fs::create_dir(&at).unwrap();
        Self { at }
    }

    fn if_done(self, done: bool) -> Option<Self> {
        if !done {
            skipped("no file system can be mounted here");
        }
        done.then_some(self)
    }

    fn session(&self) -> PathBuf {
        let path = self.at.join("s.ron");
        drop(store::create(&path, &meeting(), &store::new_id()).unwrap());
        path
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let mut filler = File::create(self.at.join("filler")).unwrap();
        while filler.write_all(&[b'x'; 4096]).is_ok() {}
        while filler.write_all(b"x").is_ok() {}
    }

    fn freeze(&self) -> bool {
        tool("fsfreeze", &["-f", self.at.to_str().unwrap()])
    }

    fn thaw(&self) -> bool {
        tool("fsfreeze", &["-u", self.at.to_str().unwrap()])
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // A test that failed leaves nothing behind, and above all nothing that waits for ever.
        self.thaw();
        tool("umount", &["-l", self.at.to_str().unwrap()]);
    }
}

/// Ends the program without warning, and sees that all the words come back.
fn kill_and_recover(house: &House, terminal: Terminal, session: &Path, words: &str) {
    terminal.signal("KILL");
    terminal.wait("the end of the program", |shown| shown.ended);
    let recovered = house.run(&["recover", session.to_str().unwrap(), "--print"]);
    assert_eq!(recovered.status, 0, "{recovered:?}");
    assert!(recovered.out.contains(words), "{words}\nis not in\n{recovered:?}");
}

/// More words than fit into what a full disk may still have of its last block.
fn many_words() -> String {
    (0..90).map(|nth| format!("word{nth} ")).collect()
}

#[test]
fn on_a_full_disk_typing_goes_on_and_when_room_returns_everything_is_there() {
    let house = House::new();
    let Some(disk) = Disk::small(&house) else { return };
    let session = disk.session();
    let mut terminal = Terminal::start(&house, &["disk/s.ron"]);
    terminal.see("A1 Introduction");
    terminal.write("Before. ");
    disk.fill();
    let words = many_words();
    terminal.send(&words);
    terminal.see("word89");
    terminal.see("NOT SAVED: the disk is full");
    terminal.write("On.");
    // Leaving asks, and staying is no answer that loses anything.
    terminal.send(QUIT);
    terminal.see("Not everything is saved");
    terminal.send("\x1b");
    terminal.wait("the question to go", |shown| !shown.screen.screen().contents().contains("Not everything"));
    terminal.write(" More.");
    fs::remove_file(disk.at.join("filler")).unwrap();
    terminal.see(" saved ");
    kill_and_recover(&house, terminal, &session, &format!("Before. {words}On. More."));
}

#[test]
fn a_disk_that_does_not_answer_holds_no_key_up() {
    let house = House::new();
    let Some(disk) = Disk::freezing(&house) else { return };
    let session = disk.session();
    let mut terminal = Terminal::start(&house, &["disk/s.ron"]);
    terminal.see("A1 Introduction");
    terminal.write("Before. ");
    terminal.see(" saved ");
    assert!(disk.freeze());
    // Every write to it now waits; that the words are shown all the same is what is tested.
    terminal.write("Frozen. ");
    terminal.see("NOT SAVED: the disk does not answer");
    terminal.write("On.");
    terminal.send("\x13\x1bOQ");
    terminal.see("Attendance");
    terminal.send("\x1b");
    assert!(disk.thaw());
    terminal.see(" saved ");
    kill_and_recover(&house, terminal, &session, "Before. Frozen. On.");
}

#[test]
fn a_session_leaves_a_disk_that_does_not_answer_and_goes_on() {
    let house = House::new();
    let Some(disk) = Disk::freezing(&house) else { return };
    let _session = disk.session();
    let mut terminal = Terminal::start(&house, &["disk/s.ron"]);
    terminal.see("A1 Introduction");
    terminal.write("Before. ");
    terminal.see(" saved ");
    assert!(disk.freeze());
    terminal.send("Frozen. ");
    terminal.see("NOT SAVED: the disk does not answer");
    // What is proposed is the clerk's own folder, which is on another disk.
    terminal.send("\x1b[24~");
    terminal.see("home/s.ron");
    terminal.send("\r");
    terminal.see(" saved ");
    let refuge = house.path("../home/s.ron");
    terminal.write("On.");
    // The old disk answers only now: the journal was written elsewhere, by somebody else.
    let recovered = house.run(&["recover", refuge.to_str().unwrap(), "--print"]);
    assert!(recovered.out.contains("Before. Frozen. On."), "{recovered:?}");
    assert!(disk.thaw());
    terminal.write(" After.");
    kill_and_recover(&house, terminal, &refuge, "Before. Frozen. On. After.");
}

#[test]
fn when_the_folder_is_gone_typing_goes_on_and_when_it_is_back_everything_is_there() {
    let house = House::new();
    let folder = house.path("folder");
    fs::create_dir(&folder).unwrap();
    let session = house.session("folder/s.ron");
    let mut terminal = Terminal::start(&house, &["folder/s.ron"]);
    terminal.see("A1 Introduction");
    terminal.write("Before. ");
    fs::remove_dir_all(&folder).unwrap();
    terminal.send("Gone. ");
    terminal.see("NOT SAVED: its folder is gone");
    terminal.write("On.");
    fs::create_dir(&folder).unwrap();
    terminal.see(" saved ");
    terminal.write(" After.");
    kill_and_recover(&house, terminal, &session, "Before. Gone. On. After.");
}

#[test]
fn when_the_folder_is_shut_typing_goes_on_and_when_it_is_open_everything_is_there() {
    let house = House::new();
    let folder = house.path("folder");
    fs::create_dir(&folder).unwrap();
    let session = house.session("folder/s.ron");
    let mut terminal = Terminal::start(&house, &["folder/s.ron"]);
    terminal.see("A1 Introduction");
    terminal.write("Before. ");
    let Some(shut) = Shut::of(&folder) else { return };
    terminal.send("Shut. \x13");
    terminal.see("NOT SAVED: ");
    terminal.write("On.");
    drop(shut);
    terminal.see(" saved ");
    terminal.send(QUIT);
    assert_eq!(terminal.end().0, 0);
    let words = "Before. Shut. On.";
    assert!(fs::read_to_string(session).unwrap().contains(words));
}

/// A folder in which nothing can be made, as long as this lives: by its permissions, or, for a user whom they do
/// not stop, by its being mounted for reading only.
struct Shut {
    folder: PathBuf,
}

impl Shut {
    fn of(folder: &Path) -> Option<Self> {
        let shut = Self { folder: folder.to_owned() };
        let name = folder.to_str().unwrap();
        let stops = || File::create(folder.join("probe")).is_err();
        let chmod = tool("chmod", &["500", name]) && stops();
        let remount =
            || tool("mount", &["--bind", name, name]) && tool("mount", &["-o", "remount,bind,ro", name]);
        if chmod || (remount() && stops()) {
            return Some(shut);
        }
        skipped("this user cannot be kept from writing into a folder");
        None
    }
}

impl Drop for Shut {
    fn drop(&mut self) {
        let name = self.folder.to_str().unwrap();
        tool("umount", &["-l", name]);
        tool("chmod", &["700", name]);
        let _ = fs::remove_file(self.folder.join("probe"));
    }
}

#[test]
fn a_program_that_is_told_to_end_while_the_disk_does_not_answer_ends_when_it_does() {
    let house = House::new();
    let Some(disk) = Disk::freezing(&house) else { return };
    let session = disk.session();
    let mut terminal = Terminal::start(&house, &["disk/s.ron"]);
    terminal.see("A1 Introduction");
    assert!(disk.freeze());
    terminal.send("Frozen.");
    terminal.see("NOT SAVED: the disk does not answer");
    signal("TERM", terminal.program.as_ref().unwrap().process_id().unwrap());
    terminal.see("saving…");
    assert!(disk.thaw());
    assert_eq!(terminal.end().0, 0);
    assert!(fs::read_to_string(session).unwrap().contains("\"Frozen.\""));
}
