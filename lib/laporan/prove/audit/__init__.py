"""Proves a finished month: every number and every word of direction in its files."""

from laporan.prove.audit.audit_month import audit_month
from laporan.prove.audit.verdict import Audit, Unproven, report_audit
