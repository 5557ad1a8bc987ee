package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Whole SQL statements, as stored in reports, migrations and snippets. None of them breaks out of anything. */
final class SqlCode {

    private static final Grammar GRAMMAR = TechnicalProse.GRAMMAR
            .extend()
            .lines(
                    "tbl",
                    """
                    ‹snake›s
                    ‹component›
                    public.‹snake›s
                    "‹^word›s"
                    `‹snake›`
                    [dbo].[‹pascal›]
                    ‹component›.‹tech›s
                    """)
            .lines(
                    "col",
                    """
                    ‹snake›
                    ‹abc:1›.‹snake›
                    ‹snake›
                    "‹camel›"
                    `‹snake›`
                    COUNT(*)
                    COUNT(DISTINCT ‹snake›)
                    SUM(‹snake›) AS ‹snake›
                    COALESCE(‹snake›, ‹#0-9›)
                    MAX(‹abc:1›.‹snake›)
                    DATE_TRUNC('‹day|month|week›', ‹snake›)
                    CASE WHEN ‹snake› > ‹#0-99› THEN '‹word›' ELSE '‹word›' END AS ‹snake›
                    ROUND(AVG(‹snake›), 2)
                    LOWER(‹snake›) AS ‹snake›
                    ROW_NUMBER() OVER (PARTITION BY ‹snake› ORDER BY ‹snake› DESC) AS rn
                    ‹snake› || ' ' || ‹snake›
                    ‹snake›->>'‹word›'
                    CONCAT(‹snake›, ', ', ‹snake›)
                    """)
            .repeat("cols", "col", 1, 5, ", ")
            .repeat("names", "snake", 1, 6, ", ")
            .lines(
                    "literal",
                    """
                    ‹#0-9999›
                    ‹'word›
                    ‹'person›
                    ‹'plain›
                    NULL
                    TRUE
                    ‹#0-99›.‹d:2›
                    '20‹#10-39›-0‹#1-9›-‹#10-28›'
                    NOW()
                    :‹snake›
                    ?
                    $‹#1-9›
                    @‹camel›
                    """)
            .repeat("literals", "literal", 1, 6, ", ")
            .lines(
                    "cond",
                    """
                    ‹snake› = ‹literal›
                    ‹abc:1›.‹snake› = ‹abc:1›.‹snake›
                    ‹snake› > ‹#0-999›
                    ‹snake› <> ‹literal›
                    ‹snake› LIKE '‹word›%'
                    ‹snake› ILIKE '%‹word›%'
                    ‹snake› IN (‹literals›)
                    ‹snake› IS NOT NULL
                    ‹snake› BETWEEN ‹#0-99› AND ‹#100-999›
                    ‹snake› >= NOW() - INTERVAL '‹#1-90› days'
                    EXISTS (SELECT 1 FROM ‹tbl› x WHERE x.‹snake› = ‹snake›)
                    ‹snake› NOT IN (SELECT ‹snake› FROM ‹tbl›)
                    (‹snake› = ‹literal› OR ‹snake› = ‹literal›)
                    1 = 1
                    """)
            .repeat("conds", "cond", 1, 4, "\n  AND ")
            .repeat("condsOneLine", "cond", 1, 3, " AND ")
            .lines(
                    "type",
                    """
                    INTEGER
                    BIGINT NOT NULL
                    VARCHAR(‹#10-255›)
                    VARCHAR(‹#10-255›) NOT NULL DEFAULT ''
                    TEXT
                    TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP
                    NUMERIC(‹#6-18›, 2) CHECK (‹snake› >= 0)
                    BOOLEAN DEFAULT FALSE
                    UUID REFERENCES ‹tbl› (id) ON DELETE CASCADE
                    JSONB
                    ENUM('‹word›', '‹word›')
                    """)
            .lines("columnDef", """
                    ‹snake› ‹type›
                    """)
            .repeat("columnDefs", "columnDef", 1, 7, ",\n  ")
            .blocks(
                    "statement",
                    """
                    SELECT ‹cols› FROM ‹tbl›
                    ====
                    SELECT * FROM ‹tbl› WHERE ‹condsOneLine› ORDER BY ‹snake› ‹|DESC|ASC› LIMIT ‹#1-500›;
                    ====
                    select ‹names› from ‹snake› where ‹snake› = ‹literal› and ‹snake› < ‹#1-999›
                    ====
                    SELECT ‹cols›
                    FROM ‹tbl› ‹abc:1›
                    ‹LEFT |INNER ||FULL OUTER ›JOIN ‹tbl› ‹abc:1› ON ‹abc:1›.id = ‹abc:1›.‹snake›
                    WHERE ‹conds›
                    GROUP BY ‹names›
                    HAVING COUNT(*) > ‹#1-99›
                    ORDER BY ‹#1-4› DESC;
                    ====
                    WITH ‹snake› AS (
                      SELECT ‹cols› FROM ‹tbl› WHERE ‹conds›
                    )
                    SELECT * FROM ‹snake› JOIN ‹tbl› USING (‹snake›) -- ‹tclause›
                    ====
                    SELECT ‹names› FROM ‹tbl› WHERE ‹cond›
                    UNION ALL
                    SELECT ‹names› FROM ‹tbl› WHERE ‹cond›;
                    ====
                    INSERT INTO ‹tbl› (‹names›) VALUES (‹literals›);
                    ====
                    INSERT INTO ‹tbl› (‹names›)
                    VALUES
                      (‹literals›),
                      (‹literals›),
                      (‹literals›)
                    ON CONFLICT (‹snake›) DO UPDATE SET ‹snake› = EXCLUDED.‹snake›;
                    ====
                    UPDATE ‹tbl› SET ‹snake› = ‹literal›, ‹snake› = ‹snake› + 1 WHERE ‹condsOneLine›;
                    ====
                    DELETE FROM ‹tbl› WHERE ‹condsOneLine›;
                    ====
                    CREATE TABLE ‹IF NOT EXISTS |›‹tbl› (
                      id ‹SERIAL|BIGINT AUTO_INCREMENT|UUID› PRIMARY KEY,
                      ‹columnDefs›
                    );
                    ====
                    CREATE ‹UNIQUE |›INDEX idx_‹snake› ON ‹tbl› (‹names›) WHERE ‹cond›;
                    ====
                    ALTER TABLE ‹tbl› ADD COLUMN ‹columnDef›;
                    ====
                    DROP TABLE IF EXISTS ‹tbl›; /* ‹tclause› */
                    ====
                    -- ‹tclause›
                    BEGIN;
                    ALTER TABLE ‹tbl› DROP COLUMN ‹snake›;
                    COMMIT;
                    ====
                    CREATE OR REPLACE VIEW ‹snake› AS
                    SELECT ‹cols› FROM ‹tbl›, ‹tbl› WHERE ‹conds›;
                    ====
                    GRANT SELECT, INSERT ON ‹tbl› TO ‹word›;
                    ====
                    EXPLAIN ANALYZE SELECT ‹cols› FROM ‹tbl› WHERE ‹cond›;
                    ====
                    CREATE FUNCTION ‹snake›(‹snake› integer) RETURNS integer AS $$
                    BEGIN
                      IF ‹snake› > ‹#0-99› THEN
                        RAISE NOTICE '‹word› %', ‹snake›;
                      END IF;
                      RETURN ‹snake› * ‹#2-9›;
                    END;
                    $$ LANGUAGE plpgsql;
                    ====
                    MERGE INTO ‹tbl› t USING ‹tbl› s ON (t.id = s.id)
                    WHEN MATCHED THEN UPDATE SET t.‹snake› = s.‹snake›
                    WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);
                    ====
                    SELECT {{ ‹snake› }} FROM {{ ref('‹snake›') }} WHERE ‹snake› >= '{{ var("‹snake›") }}'
                    ====
                    SHOW TABLES LIKE '‹word›%';
                    ====
                    SELECT 1
                    """)
            .repeat("script", "statement", 2, 8, "\n\n")
            .lines(
                    "any",
                    """
                    ‹statement›
                    ‹statement›
                    ‹statement›
                    ‹statement›
                    ‹script›
                    """)
            .checked();

    private SqlCode() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }

    static String statement(SplittableRandom r) {
        return GRAMMAR.draw(r, "statement");
    }
}
