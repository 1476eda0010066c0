"""Proves a finished month: every number and every word of direction in its files."""

from laporan.audit.month import audit_month
from laporan.audit.verdict import Audit, Unproven, report_audit

__all__ = ["Audit", "Unproven", "audit_month", "report_audit"]
