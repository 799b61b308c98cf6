"""``mandates refresh`` against a document system on this machine."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import fake_ods
import pytest
from filelock import FileLock
from refresh_case import Case
from resolutions import resolution, word_file

from cli.app import run

REPORT = "Requests the Secretary-General to report to it at its eighty-second session;"
INSPECT = "Urges Member States to inspect river ferries every year;"
HELP = "Invites the United Nations Development Programme to help riparian States;"


@pytest.fixture
def case(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Case]:
    for name in ("http_proxy", "HTTP_PROXY", "MANDATES_DB", "MANDATES_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    with fake_ods.serving() as ods:
        for number in (1, 2, 4):
            symbol = f"A/RES/80/90{number}"
            ods.documents[symbol] = resolution(symbol, REPORT, INSPECT)
        yield Case(tmp_path, ods, capfd)


def test_a_series_is_followed_over_gaps_to_its_end(case: Case) -> None:
    status, out, err = case.refresh()
    assert (status, err) == (0, "")
    assert re.findall(r"\+ (A/RES/\S+) Safety of river ferries \(", out) == [
        "A/RES/80/901",
        "A/RES/80/902",
        "A/RES/80/904",
    ]
    assert case.ods.symbols()[-3:] == ["A/RES/80/905", "A/RES/80/906", "A/RES/80/907"]


def test_it_tells_whom_it_concerns(case: Case) -> None:
    _, out, _ = case.refresh()
    block = out.split("For Secretary-General (secretary-general)\n")[1].split("\n\n")[0]
    assert block.splitlines() == [f"  + A/RES/80/90{n}, para. 1: {REPORT.rstrip(';')}" for n in (1, 2, 4)]


def test_nothing_new_nothing_said_nothing_written(case: Case) -> None:
    case.refresh()
    before = case.sg.stat(), case.everything.stat()
    assert case.refresh() == (0, "", "")
    after = case.sg.stat(), case.everything.stat()
    assert [(s.st_ino, s.st_mtime_ns) for s in before] == [(s.st_ino, s.st_mtime_ns) for s in after]


def test_lists_are_rewritten_when_they_change(case: Case) -> None:
    case.refresh()
    assert case.sg.read_text().count("A/RES/80/901#1.1") == 1
    case.ods.documents["A/RES/80/905"] = resolution("A/RES/80/905", REPORT)
    _, out, _ = case.refresh()
    assert f"{case.sg} (4 provisions)" in out
    assert "A/RES/80/905#1.1" in case.sg.read_text()
    case.sg.unlink()
    _, out, _ = case.refresh()
    assert "sg.csv" in out
    assert "all.xlsx" not in out


def test_the_next_refresh_goes_on_where_the_last_one_stopped(case: Case) -> None:
    case.refresh()
    case.ods.documents["A/RES/80/906"] = resolution("A/RES/80/906", HELP)
    case.ods.asked.clear()
    assert [d["symbol"] for d in case.news()["documents"]] == ["A/RES/80/906"]
    assert not {"A/RES/80/901", "A/RES/80/902", "A/RES/80/904"} & set(case.ods.symbols())


def test_a_lost_cache_costs_no_second_download(case: Case) -> None:
    case.refresh()
    case.ods.asked.clear()
    for path in (case.folder / "cache").rglob("*.*"):
        path.unlink()
    assert case.refresh() == (0, "", "")
    assert "A/RES/80/901" not in case.ods.symbols()


def test_a_watched_folder_is_read_and_read_again_when_it_changes(case: Case) -> None:
    path = case.folder / "in" / "a.docx"
    path.write_bytes(resolution("A/RES/79/990", INSPECT))
    assert "A/RES/79/990" in [d["symbol"] for d in case.news()["documents"]]
    path.write_bytes(resolution("A/RES/79/990", INSPECT.replace("every year", "twice a year")))
    (document,) = case.news()["documents"]
    assert (document["what"], document["versions"]) == ("changed", 2)
    (provision,) = document["provisions"]
    assert provision["actors"] == ["member-states"]
    assert (provision["before"], provision["text"]) == (
        "Urges Member States to inspect river ferries every year",
        "Urges Member States to inspect river ferries twice a year",
    )


def test_two_files_of_one_document_are_told_once(case: Case) -> None:
    for name, text in (("a.docx", INSPECT), ("b.docx", REPORT)):
        (case.folder / "in" / name).write_bytes(resolution("A/RES/79/990", text))
    _, _, err = case.refresh()
    folder = case.folder / "in"
    assert err == f"A/RES/79/990 was read from {folder / 'a.docx'}, now from {folder / 'b.docx'}\n"
    assert case.refresh() == (0, "", "")
    (folder / "a.docx").write_bytes(resolution("A/RES/79/990", HELP))
    assert case.news()["notices"] == [
        f"A/RES/79/990 was read from {folder / 'b.docx'}, now from {folder / 'a.docx'}"
    ]


def test_what_was_taken_out_is_told(case: Case) -> None:
    (case.folder / "in" / "a.docx").write_bytes(resolution("A/RES/79/990", INSPECT))
    case.refresh()
    (case.folder / "in" / "a.docx").unlink()
    assert run(["forget", "79/990", "--yes", "--db", str(case.folder / "register.db")]) == 0
    case.capfd.readouterr()
    (document,) = case.news()["documents"]
    assert (document["what"], document["symbol"]) == ("withdrawn", "A/RES/79/990")


def test_a_reissue_is_found_by_recheck_and_told(case: Case) -> None:
    case.refresh()
    case.ods.documents["A/RES/80/902"] = resolution("A/RES/80/902", HELP, INSPECT)
    assert case.refresh() == (0, "", "")
    status, out, _ = case.refresh("--recheck")
    assert status == 0
    assert "~ A/RES/80/902 Safety of river ferries (provisions: 1 added, 1 withdrawn, version 2)" in out
    assert f"- A/RES/80/902, para. 1: {REPORT.rstrip(';')}" in out
    assert f"+ A/RES/80/902, para. 1: {HELP.rstrip(';')}" in out
    assert "A/RES/80/902" not in case.sg.read_text()


def test_a_corrigendum_stands_beside_what_it_corrects(case: Case) -> None:
    case.refresh()
    case.ods.documents["A/RES/80/901/Corr.1"] = word_file(
        "A/RES/80/901/Corr.1",
        "General Assembly",
        "Corrigendum",
        "Paragraph 1",
        "For “report” read “report orally”",
    )
    case.follow("A/RES/80/901/Corr.1")
    status, out, err = case.refresh()
    assert (status, err) == (0, "")
    assert "+ A/RES/80/901/Corr.1 Corrigendum to A/RES/80/901 (provisions: none)" in out
    assert "A/RES/80/901#1.1" in case.sg.read_text()
    assert case.refresh() == (0, "", "")


def test_the_symbol_asked_for_is_the_one_kept(case: Case) -> None:
    case.follow("S/RES/9719(2026)")
    case.ods.documents["S/RES/9719 (2026)"] = resolution("A/RES/80/777", INSPECT)
    log = case.folder / "log"
    assert "S/RES/9719 (2026)" in [d["symbol"] for d in case.news("--log-file", str(log))["documents"]]
    assert "S/RES/9719 (2026)" in log.read_text()
    assert "its text says A/RES/80/777" in log.read_text()


def test_a_text_that_does_not_say_its_symbol_is_known_by_the_one_asked_for(case: Case) -> None:
    case.ods.documents["A/RES/80/903"] = word_file("The General Assembly,", "1. Urges States to act.")
    found = {document["symbol"]: document for document in case.news()["documents"]}
    assert found["A/RES/80/903"]["source"].startswith(case.ods.address)
    assert found["A/RES/80/903"]["provisions"][0]["id"] == "A/RES/80/903#1.1"


FAILURES = [
    (fake_ods.status(403), "refuses"),
    (fake_ods.says(fake_ods.MAINTENANCE), "Scheduled maintenance"),
    (fake_ods.says(b""), "empty"),
    (fake_ods.status(500), "HTTP 500"),
]


@pytest.mark.parametrize(("mood", "told"), FAILURES)
def test_a_source_that_fails_is_told_and_the_others_are_done(
    mood: fake_ods.Mood, told: str, case: Case
) -> None:
    case.ods.plan("A/RES/80/902", mood)
    status, out, err = case.refresh()
    assert status == 1
    assert err.startswith("A/RES/80/902: ")
    assert told in err
    assert len(err.splitlines()) == 1
    assert "A/RES/80/904" in out
    assert "A/RES/80/902" in case.refresh()[1]


def test_what_every_symbol_would_meet_ends_the_asking(case: Case) -> None:
    case.ods.plan("A/RES/80/902", fake_ods.status(429, Retry_After="7200"))
    status, out, err = case.refresh()
    assert status == 1
    assert case.ods.symbols() == ["A/RES/80/901", "A/RES/80/902"]
    assert "no further symbol was asked for" in err
    assert "A/RES/80/901" in out


def test_a_server_that_serves_pages_for_everything_does_not_hold_us(case: Case) -> None:
    case.ods.plan("", *[fake_ods.says(fake_ods.MAINTENANCE)] * 50)
    status, _, err = case.refresh()
    assert status == 1
    assert len(err.splitlines()) == 3
    assert not case.sg.read_text().splitlines()[1:]


def test_a_symbol_that_does_not_exist_is_told(case: Case) -> None:
    case.follow("A/RES/80/998")
    status, _, err = case.refresh()
    assert status == 1
    assert err == "A/RES/80/998: the document system has no document under this symbol\n"


def test_a_file_that_is_no_resolution_is_told(case: Case) -> None:
    (case.folder / "in" / "note.txt").write_text("Lunch at one.")
    status, out, err = case.refresh()
    assert status == 1
    assert "note.txt: " in err
    assert "A/RES/80/901" in out


def test_a_list_with_an_unknown_name_fails_alone(case: Case) -> None:
    text = (case.folder / "mandates.yaml").read_text()
    (case.folder / "mandates.yaml").write_text(text.replace("secretary-general", "secretary-genral"))
    status, _, err = case.refresh()
    assert status == 1
    assert (
        "list “Secretary-General”: actor: no actor is called 'secretary-genral'; did you mean secretary-gene"
        in err
    )
    assert case.everything.exists()


def test_quiet_says_only_what_failed(case: Case) -> None:
    assert case.refresh("--quiet") == (0, "", "")
    case.follow("A/RES/80/998")
    status, out, err = case.refresh("--quiet")
    assert (status, out) == (1, "")
    assert "A/RES/80/998" in err


def test_since_tells_again(case: Case) -> None:
    case.refresh()
    case.ods.documents["A/RES/80/905"] = resolution("A/RES/80/905", HELP)
    case.refresh()
    assert case.news()["documents"] == []
    assert [d["symbol"] for d in case.news("--since", "1")["documents"]] == ["A/RES/80/905"]
    assert len(case.news("--since", "0")["documents"]) == 4


def test_since_a_run_that_never_was_is_a_mistake(case: Case) -> None:
    status, out, err = case.refresh("--since", "7")
    assert (status, out) == (1, "")
    assert "no run 7" in err
    assert case.ods.asked == []


def test_nothing_to_follow_is_told(case: Case) -> None:
    (case.folder / "mandates.yaml").write_text("register: register.db")
    status, out, err = case.refresh()
    assert (status, out) == (0, "")
    assert "names no sources" in err


def test_a_rehearsal_says_what_would_be_done_and_does_nothing(case: Case) -> None:
    (case.folder / "in" / "a.docx").write_bytes(resolution("A/RES/79/990", INSPECT))
    case.follow("A/RES/79/991")
    status, out, _ = case.refresh("--dry-run")
    assert status == 0
    assert out.splitlines() == [
        f"would read {case.folder / 'in' / 'a.docx'}",
        "would ask for A/RES/79/991",
        "would ask for A/RES/80/901 and on",
    ]
    assert case.ods.asked == []
    assert sorted(path.name for path in case.folder.iterdir()) == ["in", "mandates.yaml"]


def test_a_rehearsal_after_a_refresh_goes_on_from_there(case: Case) -> None:
    case.refresh()
    case.sg.write_text("spoilt")
    _, out, _ = case.refresh("--dry-run")
    assert out.splitlines() == [
        "would ask for A/RES/80/903 and on",
        f"would write {case.sg} (3 provisions in the register as it is)",
    ]
    assert case.sg.read_text() == "spoilt"


def test_a_second_refresh_says_so_and_does_nothing(case: Case) -> None:
    with FileLock(f"{case.folder / 'register.db'}.lock"):
        status, out, err = case.refresh()
    assert (status, out) == (3, "")
    assert "another refresh" in err
    assert case.ods.asked == []
    assert case.refresh()[0] == 0


def test_the_log_has_times_and_every_step(case: Case) -> None:
    log = case.folder / "refresh.log"
    case.follow("A/RES/80/998")
    case.refresh("--quiet", "--log-file", str(log))
    lines = log.read_text().splitlines()
    assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (INFO|ERROR) ", line) for line in lines)
    assert any(line.endswith("new A/RES/80/901: 2 provisions") for line in lines)
    assert any("ERROR A/RES/80/998: " in line for line in lines)
    assert lines[-1].endswith("run 1 finished, 1 failed")


def test_runs_shows_earlier_runs_and_their_errors(case: Case) -> None:
    case.follow("A/RES/80/998")
    case.refresh()
    case.refresh()
    _, out, _ = case.run("runs", "--format", "csv")
    header, second, first = out.splitlines()
    row = dict(zip(header.split(","), first.split(","), strict=False))
    assert (row["run"], row["new"], row["failed"], row["provisions"]) == ("1", "3", "1", "6")
    assert second.startswith("2,refresh,")
    assert "A/RES/80/998" in case.run("runs", "2")[1]
    assert case.run("runs", "77")[0] == 1


def test_what_a_killed_run_had_stored_is_told_by_the_next(case: Case) -> None:
    case.refresh()
    with sqlite3.connect(case.folder / "register.db") as db:
        db.execute("UPDATE runs SET finished = NULL")
    case.sg.unlink()
    _, out, _ = case.refresh()
    assert "Documents: 3 added" in out
    assert "sg.csv (3 provisions)" in out


def test_a_missing_configuration_says_what_to_do(case: Case) -> None:
    (case.folder / "mandates.yaml").unlink()
    status, out, err = case.refresh()
    assert (status, out) == (1, "")
    assert "mandates init" in err


def test_doctor_finds_nothing_wrong(case: Case) -> None:
    case.refresh()
    status, out, err = case.run("doctor", "--online")
    case.ods.documents["A/RES/60/1"] = resolution("A/RES/60/1", INSPECT)
    assert (status, err) == (1, "")
    assert "problem  document system: " in out
    status, out, _ = case.run("doctor", "--online")
    assert status == 0
    assert "3 documents, 6 provisions; refreshed 20" in out
    assert all(line.startswith("ok ") for line in out.splitlines())


def test_doctor_asks_nobody_unless_told_to(case: Case) -> None:
    case.run("doctor")
    assert case.ods.asked == []


def test_doctor_says_what_is_wrong(case: Case) -> None:
    case.follow("resolution 5")
    (case.folder / "in").rmdir()
    (case.folder / "register.db").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    status, out, _ = case.run("doctor")
    assert status == 1
    problems = [line for line in out.splitlines() if line.startswith("problem")]
    assert len(problems) == 3
    assert "'resolution 5' is no symbol" in out
    assert "in is no folder" in out
    assert "register.db" in problems[2]
