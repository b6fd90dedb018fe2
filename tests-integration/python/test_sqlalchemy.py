"""SQLAlchemy with Snowflake's dialect, unmodified."""

import tomllib

import pytest
import sqlalchemy
from snowflake.sqlalchemy import URL, VARIANT, MergeInto
from sqlalchemy import Column, Integer, MetaData, Numeric, String, Table, func, select


@pytest.fixture(scope="module")
def engine(account):
    connection = tomllib.loads(account.connections_file.read_text())["local"]
    address = {key: connection[key] for key in ("user", "password", "host", "port")}
    plain = {"protocol": connection["protocol"]}
    with sqlalchemy.create_engine(URL(account="local", **address), connect_args=plain).connect() as admin:
        admin.execute(sqlalchemy.text("CREATE OR REPLACE DATABASE ALCHEMY"))
    url = URL(account="local", database="ALCHEMY", schema="PUBLIC", **address)
    opened = sqlalchemy.create_engine(url, connect_args=plain)
    yield opened
    opened.dispose()


@pytest.fixture
def orders(engine):
    table = Table(
        "orders",
        MetaData(),
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("item", String(50), nullable=False),
        Column("price", Numeric(10, 2)),
    )
    table.metadata.drop_all(engine)
    table.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(table.insert(), [{"id": n, "item": f"it's {n}", "price": n + 0.25} for n in range(1, 4)])
    return table


def test_inserts_and_selects(engine, orders):
    with engine.connect() as connection:
        rows = connection.execute(select(orders.c.item).where(orders.c.id >= 2).order_by(orders.c.id)).all()
        assert [row.item for row in rows] == ["it's 2", "it's 3"]
        assert float(connection.execute(select(func.sum(orders.c.price))).scalar_one()) == 6.75


def test_rolls_back(engine, orders):
    with engine.connect() as connection:
        connection.execute(orders.delete())
        connection.rollback()
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(orders)).scalar_one() == 3


def test_reflects_tables_and_columns(engine, orders):
    inspector = sqlalchemy.inspect(engine)
    assert "orders" in inspector.get_table_names()
    columns = {column["name"]: column for column in inspector.get_columns("orders")}
    assert list(columns) == ["id", "item", "price"]
    assert columns["item"]["nullable"] is False
    assert isinstance(columns["item"]["type"], sqlalchemy.String)
    assert columns["item"]["type"].length == 50
    assert inspector.get_pk_constraint("orders")["constrained_columns"] == ["id"]
    assert "PUBLIC".lower() in inspector.get_schema_names()
    reflected = Table("orders", MetaData(), autoload_with=engine)
    assert [column.name for column in reflected.columns] == ["id", "item", "price"]


def test_merges(engine, orders):
    source = Table("changes", MetaData(), Column("id", Integer), Column("item", String(50)))
    source.metadata.drop_all(engine)
    source.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(source.insert(), [{"id": 3, "item": "changed"}, {"id": 4, "item": "new"}])
        merge = MergeInto(target=orders, source=source, on=orders.c.id == source.c.id)
        merge.when_matched_then_update().values(item=source.c.item)
        merge.when_not_matched_then_insert().values(id=source.c.id, item=source.c.item)
        connection.execute(merge)
        rows = connection.execute(select(orders.c.item).order_by(orders.c.id)).scalars().all()
    assert rows == ["it's 1", "it's 2", "changed", "new"]


def test_reads_a_variant(engine):
    with engine.connect() as connection:
        value = connection.execute(select(sqlalchemy.cast(func.parse_json('{"a": 1}'), VARIANT))).scalar_one()
        assert '"a"' in value


def test_an_error_has_snowflakes_code(engine):
    with engine.connect() as connection, pytest.raises(sqlalchemy.exc.ProgrammingError) as raised:
        connection.execute(sqlalchemy.text("SELECT * FROM missing"))
    assert raised.value.orig.errno == 2003
