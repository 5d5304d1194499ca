"""Other engines, for the program benchmark: builds their indexes and answers its queries, a JSON object a line.

`peers.py tantivy DIR` and `peers.py fts5 DIR` read requests from standard input, one a line:

    {"do": "build", "corpus": FILE}  reads articles {id, title, body, date?}, one a line, and makes the index in DIR
    {"do": "open"}                   opens the index; answers its number of documents and the engine's version
    {"do": "search", "match": "any" | "every" | "phrase" | "beginning", "words": [...], "folded": bool, "year": int?,
     "snippets": bool}               the ten best, each with its stored title
    {"do": "count", ...}             how many documents match, with the same keys

A search answers {"cpu", "wall", "ids", "titles"}: the times in nanoseconds, of making the query from its words, searching
and fetching the ten stored documents, the CPU's of all threads of this process. Counting is asked apart, for an engine that
need not count may leave most documents unread.
"""

import gc
import json
import os
import sys
import time
import unicodedata

LIMIT = 10


def composed(text):
    """The text in NFC: neither engine knows that a letter and its combining marks are one word."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def folded(text):
    """The text without marks, also those of đ, which has no decomposition."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return bare.replace("đ", "d")


def year_of(article):
    date = article.get("date")
    return int(date[:4]) if date else None


def articles(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["id"], composed(article["title"]), composed(article["body"]), year_of(article)


class Tantivy:
    """Two text fields, with marks and without, each with positions; the text is stored once, its title first."""

    def __init__(self, folder):
        import tantivy

        self.tantivy = tantivy
        self.folder = folder
        # With `simple` and `lowercase` alone, as Vietnamese needs no stemmer; `ascii_fold` knows đ.
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self.exact = analyzer.build()
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self.folding = analyzer.filter(tantivy.Filter.ascii_fold()).build()
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("text", stored=True, tokenizer_name="exact", index_option="position")
        builder.add_text_field("folded", stored=False, tokenizer_name="folding", index_option="position")
        builder.add_unsigned_field("year", stored=True, indexed=True)
        self.schema = builder.build()

    def _open(self):
        index = self.tantivy.Index(self.schema, path=self.folder)
        index.register_tokenizer("exact", self.exact)
        index.register_tokenizer("folding", self.folding)
        return index

    def build(self, corpus):
        index = self._open()
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for number, (id, title, body, year) in enumerate(articles(corpus), 1):
            fields = {"id": id, "text": [title, body], "folded": [title, body]}
            if year is not None:
                fields["year"] = year
            writer.add_document(self.tantivy.Document.from_dict(fields, self.schema))
        writer.commit()
        writer.wait_merging_threads()
        return number

    def open(self):
        index = self._open()
        self.searcher = index.searcher()
        version = self.tantivy.__version__.split(",")[0].removeprefix("tantivy ")
        return {
            "documents": self.searcher.num_docs,
            "version": f"{version} with {self.searcher.num_segments} segments",
        }

    def _query(self, asked):
        Query, Occur, schema = self.tantivy.Query, self.tantivy.Occur, self.schema
        field = "folded" if asked["folded"] else "text"
        words = asked["words"]
        match = asked["match"]
        if match == "phrase" and len(words) > 1:
            query = Query.phrase_query(schema, field, words)
        elif match == "beginning":
            terms = [(Occur.Must, Query.term_query(schema, field, word, "freq")) for word in words[:-1]]
            terms.append((Occur.Must, Query.regex_query(schema, "folded", words[-1] + ".*")))
            query = Query.boolean_query(terms)
        elif len(words) == 1:
            query = Query.term_query(schema, field, words[0], "freq")
        else:
            occur = Occur.Should if match == "any" else Occur.Must
            query = Query.boolean_query([(occur, Query.term_query(schema, field, word, "freq")) for word in words])
        if asked.get("year") is not None:
            year = Query.const_score_query(Query.term_query(schema, "year", asked["year"]), 0.0)
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, year)])
        return query, field

    def search(self, asked):
        query, field = self._query(asked)
        hits = self.searcher.search(query, LIMIT, count=False).hits
        documents = [self.searcher.doc(address) for _, address in hits]
        titles = [document.get_first("text") for document in documents]
        if asked["snippets"]:
            maker = self.tantivy.SnippetGenerator.create(self.searcher, query, self.schema, field)
            for document in documents:
                snippet = maker.snippet_from_doc(document)
                snippet.fragment(), snippet.highlighted()
        return documents, titles

    def id_of(self, document):
        return document.get_first("id")

    def count(self, asked):
        return self.searcher.search(self._query(asked)[0], 1, count=True).count


class FTS5:
    """A contentless full-text table of title and body, with marks and without, and a plain table with the stored text."""

    def __init__(self, folder):
        import apsw

        self.apsw = apsw
        self.path = os.path.join(folder, "articles.sqlite")

    def build(self, corpus):
        database = self.apsw.Connection(self.path)
        # What follows a statement that gives rows is run once these have been read.
        database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000").fetchall()
        database.execute(
            "CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT, title TEXT, body TEXT);"
            "CREATE VIRTUAL TABLE search USING fts5 (title, body, folded_title, folded_body, year, content = '',"
            " tokenize = \"unicode61 remove_diacritics 0\")"
        )
        database.execute("BEGIN")
        for number, (id, title, body, year) in enumerate(articles(corpus), 1):
            database.execute("INSERT INTO article VALUES (?, ?, ?, ?)", (number, id, title, body))
            database.execute(
                "INSERT INTO search (rowid, title, body, folded_title, folded_body, year) VALUES (?, ?, ?, ?, ?, ?)",
                (number, title, body, folded(title), folded(body), None if year is None else str(year)),
            )
        database.execute("COMMIT")
        database.execute("INSERT INTO search (search) VALUES ('optimize')")
        database.close()
        return number

    def open(self):
        self.database = self.apsw.Connection(self.path, flags=self.apsw.SQLITE_OPEN_READONLY)
        self.database.execute("PRAGMA mmap_size = 8000000000; PRAGMA cache_size = -200000").fetchall()
        documents = self.database.execute("SELECT count(*) FROM article").fetchone()[0]
        return {"documents": documents, "version": self.apsw.sqlite_lib_version()}

    def _query(self, asked):
        folding = "{folded_title folded_body}"
        columns = folding if asked["folded"] else "{title body}"
        words = asked["words"]
        match = asked["match"]
        if match == "phrase":
            query = columns + ' : "' + " ".join(words) + '"'
        elif match == "beginning":
            query = "".join(f'{columns} : "{word}" AND ' for word in words[:-1]) + f'{folding} : "{words[-1]}" *'
        else:
            query = columns + " : (" + (" OR " if match == "any" else " AND ").join(f'"{w}"' for w in words) + ")"
        return query if asked.get("year") is None else f'year : "{asked["year"]}" AND ({query})'

    def search(self, asked):
        documents = self.database.execute(
            "SELECT article.id, article.title, article.body FROM search JOIN article ON article.number = search.rowid"
            " WHERE search MATCH ? ORDER BY search.rank LIMIT ?",
            (self._query(asked), LIMIT),
        ).fetchall()
        return documents, [document[1] for document in documents]

    def id_of(self, document):
        return document[0]

    def count(self, asked):
        return self.database.execute(
            "SELECT count(*) FROM search WHERE search MATCH ?", (self._query(asked),)
        ).fetchone()[0]


def peak_memory():
    """The largest resident set of this process so far, in bytes."""
    with open("/proc/self/status", encoding="ascii") as lines:
        for line in lines:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def timed_search(engine, asked):
    cpu, wall = time.process_time_ns(), time.perf_counter_ns()
    documents, titles = engine.search(asked)
    wall, cpu = time.perf_counter_ns() - wall, time.process_time_ns() - cpu
    return {"cpu": cpu, "wall": wall, "ids": [engine.id_of(document) for document in documents], "titles": titles}


def answer(engine, asked):
    match asked["do"]:
        case "build":
            cpu, wall = time.process_time_ns(), time.perf_counter_ns()
            documents = engine.build(asked["corpus"])
            wall, cpu = time.perf_counter_ns() - wall, time.process_time_ns() - cpu
            return {"cpu": cpu, "wall": wall, "documents": documents, "peakMemory": peak_memory()}
        case "open":
            return engine.open()
        case "search":
            return timed_search(engine, asked)
        case "count":
            return {"count": engine.count(asked)}
        case other:
            return {"error": f"nothing known to do called {other}"}


def main():
    name, folder = sys.argv[1:]
    try:
        engine = {"tantivy": Tantivy, "fts5": FTS5}[name](folder)
    except ImportError as error:
        sys.exit(f"peers.py: {error}: install it with Config/run-benchmark")
    # Python's own collection of garbage is no part of an engine.
    gc.disable()
    for line in sys.stdin:
        try:
            reply = answer(engine, json.loads(line))
        except Exception as error:
            reply = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(reply) + "\n")
        sys.stdout.flush()


main()
