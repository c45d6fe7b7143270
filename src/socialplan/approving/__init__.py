"""Decisions on posts → entries in the plan: approvals bound to words, comments as notes."""

from __future__ import annotations

from socialplan.approving.deciding import Outcome, decide
from socialplan.approving.meaning import approver_meant, is_of_team, post_meant, waiting
from socialplan.approving.objecting import is_to_be_approved, objections, withheld
from socialplan.approving.packet import Decision, NotAPacket, Packet, read_packet

__all__ = [
    "Decision",
    "NotAPacket",
    "Outcome",
    "Packet",
    "approver_meant",
    "decide",
    "is_of_team",
    "is_to_be_approved",
    "objections",
    "post_meant",
    "read_packet",
    "waiting",
    "withheld",
]
