"""Which directives ask for a report to a body: sentences in UN drafting style."""

from __future__ import annotations

import pytest

from rules.classify import classify_text


def is_report(sentence: str) -> bool:
    """Whether the last provision of a sentence is a report."""
    return classify_text(sentence)[-1].report


@pytest.mark.parametrize(
    "action",
    [
        "to report to the General Assembly on river safety",
        "to report regularly on ferries",
        "to continue to monitor the ferries and to report thereon to the Committee",
        "to submit, within existing resources, a report on ferries",
        "to prepare a report on ferries for the Council",
        "to present its findings to the Commission",
        "to brief the Council on the ferries",
        "to inform the Committee of its efforts",
        "to keep the Council informed of the ferries",
        "to keep Member States regularly informed",
        "to provide the Council with an update on ferries",
        "to provide an oral update to the Human Rights Council",
        "to update the Council on the ferries",
        "to include information on ferries in his next report",
        "to include in its annual report to the Council a section on ferries",
        "to reflect the matter in his reports",
        "to make recommendations in its report to the Assembly",
        "to submit recommendations on ferries",
        "to bring regularly to the attention of the Security Council the state of the ferries",
        "to bring the findings of the survey to the attention of the Committee",
        "to make proposals on ferries to the Commission",
        "upon request and within existing resources, to report to the Council",
        "to assist States in building ferries and to report to it on progress made",
        "to resubmit his proposals on ferries",
        "to present for adoption a draft charter of ferries",
        "to provide, when appropriate, additional information on ferries to the Committee",
        "to provide to the Committee additional information on ferries",
        "to provide, where possible or upon the request of the Ferry Committee, further information on ferries",
        "to provide feedback to the Ferry Committee on river safety",
        "to convene regular open briefings, at least once a year, for Member States on ferries",
        "to hold briefings for the Council",
        "to update the Council in twelve months on the ferries",
        "to update it regularly on progress made",
        "to keep the Council fully updated",
    ],
)
def test_reports(action: str):
    assert is_report(f"Requests the Secretary-General {action}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Invites the Board to bring the present resolution to the attention of States",
        "Requests the Secretary-General to transmit the present resolution to the Commission",
        "Invites the Office to publish a study on ferries",
        "Urges Member States to share their experience of ferries with one another",
        "Urges States to inform the public about ferries",
        "Encourages States to collect data on ferries",
        "Calls upon States to implement the recommendations contained in the report of the Secretary-General",
        "Calls upon States to consider the report of the Board on ferries",
        "Encourages States to enable victims to report such acts",
        "Encourages States to set up channels for persons to report offences to the police",
        "Requests the Secretary-General to invite Member States to submit reports to him on ferries",
        "Invites States to take part in the regular briefings",
        "Welcomes the report that the Secretary-General is to submit to the Council",
        "Decides to submit the question to the Council",
        "Calls upon organizations to name, provide and update, as appropriate, to the Committee a point of contact",
        "Invites States to update their list of ferries",
        "Invites the Board to update the rules of the Ferry Committee on navigation",
        "Requests the Board to set up a register and to keep it updated",
        "Requests the Board to keep the public informed",
        "Requests the Board to take into account the report that the Office will submit to the Council",
    ],
)
def test_what_only_looks_like_a_report(sentence: str):
    assert not is_report(sentence)


@pytest.mark.parametrize(
    "action",
    [
        "will submit to the Council its programme of work",
        "will report on the safety of ferries",
        "will continue to jointly brief once per year the Security Council",
    ],
)
def test_what_a_body_will_do_may_be_a_report(action: str):
    assert is_report(f"Decides that the Ferry Board {action}")


def test_the_organs_own_invitation_to_brief_is_a_report():
    assert is_report(
        "Decides to invite the Chair of the Ferry Board to brief, once a year, the Council on its work"
    )


def test_the_evidence_names_the_entry_and_its_source():
    provision = classify_text("Requests the Board to brief the Council")[0]
    evidence = next(e for e in provision.evidence if e.what == "report")
    assert evidence.words == "brief the Council"
    assert evidence.entry == "reporting: inform"
    assert evidence.source


def test_updating_one_s_own_rules_is_no_report_after_and_either():
    assert not is_report(
        "Requests the Board to review its rules and update them on the basis of experience, as needed"
    )
