"""Finding files: what is taken, what is passed over, what is reported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from documents.errors import UnreadableError
from documents.files import Found, Problem, find, load, passed_over
from documents.limits import Limits


def test_folders_are_searched_in_order_for_plausible_files(tmp_path: Path) -> None:
    taken = ["a.txt", "b.PDF", "c/a.htm", "c/d.docx"]
    for name in [*taken, "notes.xlsx", "README", ".hidden.pdf", ".git/x.txt", "~$b.doc"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [each.path.relative_to(tmp_path).as_posix() for each in find([tmp_path])]
    assert found == taken


def test_what_is_like_a_document_is_tried_though_it_will_be_refused(tmp_path: Path) -> None:
    for name in ("a.rtf", "b.odt", "c.wpd", "d.xml", "e.tiff"):
        (tmp_path / name).write_text("x")
    assert len(list(find([tmp_path]))) == 5


def test_files_of_other_kinds_are_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.xlsx", "c.JPG", "README", "register.db", ".hidden.jpg", "d.jpg/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert passed_over([tmp_path]) == "3 files of other kinds were passed over (.jpg, .xlsx, without ending)"
    assert passed_over([tmp_path / "README"]) == ""
    (tmp_path / "README").unlink()
    (tmp_path / "c.JPG").unlink()
    assert passed_over([tmp_path]) == "1 file of another kind was passed over (.xlsx)"


def test_a_file_of_another_kind_is_found_by_a_link_with_a_plausible_name(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text("x")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.dat")
    assert list(find([tmp_path])) == [Found(tmp_path / "b.txt")]


def test_a_named_file_is_tried_whatever_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "A_RES_99_501"
    path.write_text("x")
    assert list(find([path])) == [Found(path)]


def test_each_real_file_comes_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to("..", target_is_directory=True)
    assert list(find([tmp_path, tmp_path, tmp_path / "a.txt"])) == [Found(tmp_path / "a.txt")]


def test_what_cannot_be_followed_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "c.txt").write_text("x")
    os.mkfifo(tmp_path / "d.txt")
    found = find([tmp_path, tmp_path / "nothing", Path("a\0b")])
    problems = {each.path.name: each.why for each in found if isinstance(each, Problem)}
    assert set(problems) == {"a.txt", "b.txt", "d.txt", "nothing", "a\0b"}
    assert problems["b.txt"] == problems["nothing"] == "there is no such file or folder"
    assert "pipe" in problems["d.txt"]


def test_a_folder_without_a_plausible_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_text("x")
    [problem] = find([tmp_path])
    assert isinstance(problem, Problem)
    assert ".docx" in problem.why


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_reported(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    [problem] = find([tmp_path / "shut"])
    assert problem == Problem(tmp_path / "shut", "you are not allowed to read it")
    (tmp_path / "a.txt").touch(mode=0)
    with pytest.raises(UnreadableError, match="not allowed"):
        load(tmp_path / "a.txt", Limits())


def test_bytes_are_taken_up_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    assert load(tmp_path / "a.txt", Limits(bytes=5)) == b"12345"
    with pytest.raises(UnreadableError, match=r"4 bytes.*--max-bytes"):
        load(tmp_path / "a.txt", Limits(bytes=4))


def test_only_files_are_loaded(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(UnreadableError):
            load(path, Limits())
    with pytest.raises(UnreadableError, match="no such file"):
        load(tmp_path / "nothing", Limits())
