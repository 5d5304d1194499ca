"""Tests of how the screens of a terminal become an SVG."""

import pathlib
import sys
import unittest
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "Sources/Editors/recording"))
import terminal_svg  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"


class RunsTest(unittest.TestCase):
    def test_columns_count_cells(self):
        """Wide characters take two cells, combining ones none."""
        for text, cells in [("abc", 3), ("đỏ", 2), ("東京", 4), ("e\u0301x", 2), ("a\u200bb", 2)]:
            self.assertEqual([run[:3] for run in terminal_svg.runs(text)], [(0, cells, text)])
        self.assertEqual([run[0] for run in terminal_svg.runs("東 \x1b[1mb\x1b[0m")], [0, 3])

    def test_colors(self):
        for codes, attributes in [
            ("31", 'style="fill:#e06c75"'), ("91", 'style="fill:#f08a92"'), ("38;5;196", 'style="fill:#ff0000"'),
            ("38;2;1;2;3", 'style="fill:#010203"'), ("38;5;244", 'style="fill:#808080"'), ("1;4", 'font-weight="bold" text-decoration="underline"'),
            ("1;22", ""), ("31;39", ""), ("31;0", ""),
        ]:
            self.assertEqual(terminal_svg.runs(f"\x1b[{codes}mx")[0][3], attributes, codes)
        self.assertEqual(terminal_svg.runs("\x1b[7m x")[0][4], terminal_svg.FOREGROUND)
        self.assertEqual(terminal_svg.runs("\x1b[44m  \x1b[0m")[0][2:], ("  ", "", terminal_svg.BASIC[4]))


class PictureTest(unittest.TestCase):
    def picture(self, frames):
        return ElementTree.fromstring(terminal_svg.svg(frames, 20, 2, 0))

    def shown(self, frames):
        """Each text with the seconds from and for which it is seen."""
        return [
            (group.find(f"{SVG}text").text, group.find(f"{SVG}set").get("begin"), group.find(f"{SVG}set").get("dur"))
            for group in self.picture(frames).iter(f"{SVG}g")
            if group.find(f"{SVG}set") is not None
        ]

    def test_a_line_is_written_once_while_it_stays(self):
        frames = [(1, ["head", "one"]), (2, ["head", "two"]), (0.5, ["head", "one"])]
        self.assertEqual(
            self.shown(frames),
            [("head", "loop.begin+0.00s", "3.50s"), ("one", "loop.begin+0.00s", "1.00s"), ("two", "loop.begin+1.00s", "2.00s"),
             ("one", "loop.begin+3.00s", "0.50s")],
        )

    def test_the_picture_is_well_formed_whatever_the_text_is(self):
        picture = self.picture([(1, ["<a> & \"b\"", "'x'"])])
        self.assertIn('<a> & "b"', [text.text for text in picture.iter(f"{SVG}text")])

    def test_the_still_frame_is_whole(self):
        still = [group for group in self.picture([(1, ["a", "b"]), (1, ["c", ""])]).iter(f"{SVG}g") if group.get("class") == "still"]
        self.assertEqual([text.text for text in still[0].iter(f"{SVG}text")], ["a", "b"])


if __name__ == "__main__":
    unittest.main()
