-- A recording as the table `event` of DuckDB, read where it lies: danmu export --to duckdb-sql.
-- The columns are declared, so that nothing is guessed. Times are UTC, money is in thousandths.
CREATE OR REPLACE VIEW event AS
SELECT * FROM read_json('FILES',
  format = 'newline_delimited',
  ignore_errors = true,
  maximum_object_size = 16777216,
  columns = {
    seq: 'BIGINT', type: 'VARCHAR', platform: 'VARCHAR', room: 'VARCHAR', id: 'VARCHAR',
    time: 'TIMESTAMP', received: 'TIMESTAMP', history: 'BOOLEAN',
    user: 'STRUCT(id VARCHAR, name VARCHAR, level BIGINT, roles VARCHAR[],
           badge STRUCT(name VARCHAR, level BIGINT, room VARCHAR))',
    text: 'VARCHAR', color: 'VARCHAR', mode: 'VARCHAR',
    gift: 'STRUCT(id VARCHAR, name VARCHAR)', count: 'BIGINT',
    combo: 'STRUCT(id VARCHAR, total BIGINT, final BOOLEAN)',
    value: 'STRUCT(milli BIGINT, currency VARCHAR)',
    worth: 'STRUCT(milli BIGINT, currency VARCHAR)',
    box: 'STRUCT(id VARCHAR, name VARCHAR, value STRUCT(milli BIGINT, currency VARCHAR))',
    tier: 'VARCHAR', name: 'VARCHAR', months: 'BIGINT', days: 'BIGINT', kind: 'VARCHAR',
    seconds: 'BIGINT', total: 'BIGINT', effect: 'VARCHAR',
    online: 'BIGINT', watched: 'BIGINT', likes: 'BIGINT', popularity: 'BIGINT',
    followers: 'BIGINT', members: 'BIGINT',
    title: 'VARCHAR', area: 'VARCHAR', state: 'VARCHAR', since: 'TIMESTAMP',
    action: 'VARCHAR', target: 'STRUCT(id VARCHAR, name VARCHAR)', phase: 'VARCHAR',
    ids: 'VARCHAR[]', cmd: 'VARCHAR', why: 'VARCHAR', "from": 'TIMESTAMP', "to": 'TIMESTAMP'
  });
