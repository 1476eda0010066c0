import pandas as pd


def table(column, *values):
    return pd.DataFrame({column: pd.Series(values, dtype="str")})


def test_a_topic_cell_counts_for_each_of_its_topics(ukuran):
    visits = table("topik", "DAU, DAK, DID", "dau", "DAU; DAU", "DKD, TI", None)
    hasil = ukuran(tatap_muka=visits.assign(tamu=[2, 3, 1, 1, 1]))
    assert hasil.nilai("tatap_muka.jumlah") == 5
    assert hasil.nilai("tatap_muka.tamu") == 8
    assert hasil.kategori("tatap_muka.topik", "topik").to_dict() == {
        "DAU": 3,
        "DAK": 1,
        "DID": 1,
        "DKD": 1,
        "TI": 1,
        "Tidak tercatat": 1,
    }


def test_guests_that_were_not_noted_are_none(ukuran):
    visits = table("topik", "DAU", "DAU").assign(tamu=pd.array([2, pd.NA], dtype="Int64"))
    assert ukuran(tatap_muka=visits).nilai("tatap_muka.tamu") == 2


def test_one_message_a_campaign_and_day(ukuran):
    rows = [("A", 17, "read"), ("A", 17, "failed"), ("A", 18, "read"), ("B", 18, "sent")]
    blast = pd.DataFrame(rows, columns=["kampanye", "hari", "status"])
    blast["tanggal"] = pd.to_datetime({"year": 2023, "month": 7, "day": blast["hari"]})
    hasil = ukuran(wa_blast=blast)
    assert hasil.nilai("wa_blast.jumlah") == 3
    assert hasil.nilai("wa_blast.penerima") == 4
    assert hasil.kategori("wa_blast.penerima", "status").to_dict() == {
        "read": 2,
        "failed": 1,
        "sent": 1,
    }


def test_lists_are_counted(ukuran):
    hasil = ukuran(
        publikasi=table("judul", "a", "b"),
        webinar=table("kegiatan", "a"),
        video_conference=table("topik", "DAU"),
        ppid=table("keperluan", *["Penelitian"] * 3, None).assign(tanggal_jawab=pd.NaT),
    )
    assert hasil.nilai("publikasi.jumlah") == 2
    assert hasil.nilai("webinar.jumlah") == 1
    assert hasil.nilai("video_conference.jumlah") == 1
    assert hasil.kategori("ppid.jumlah", "keperluan").to_dict() == {
        "Penelitian": 3,
        "Tidak tercatat": 1,
    }


def test_services_add_up_what_was_supplied(tiket, ukuran):
    hasil = ukuran(tiket=tiket({}, {}), video_conference=table("topik", "DAU"))
    assert hasil.nilai("layanan.jumlah") == 3
    assert hasil.kategori("layanan.jumlah", "layanan").to_dict() == {
        "Tiket konsultasi": 2,
        "Video conference": 1,
    }


def test_a_source_that_was_supplied_empty_counts_as_none(ukuran):
    hasil = ukuran(webinar=table("kegiatan"))
    assert hasil.nilai("webinar.jumlah") == 0
    assert hasil.nilai("publikasi.jumlah") is None
