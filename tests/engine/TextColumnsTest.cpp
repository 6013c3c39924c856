#include "engine/TextColumns.h"

#include <gtest/gtest.h>

namespace vmscope {
namespace {

TEST(TextColumnsTest, CountTwoForEachWideCharacter) {
  EXPECT_EQ(columnsOf("plain"), 5U);
  EXPECT_EQ(columnsOf("caf\xC3\xA9"), 4U);
  EXPECT_EQ(columnsOf("\xE6\xA8\xA1\xE5\x9D\x97.mjs"), 8U);
  EXPECT_EQ(columnsOf("\xF0\x9F\x98\x80"), 2U);
  EXPECT_EQ(columnsOf("broken \xE6\xA8"), 8U);
}

TEST(TextColumnsTest, PadToAColumn) {
  EXPECT_EQ(padded("\xE6\xA8\xA1", 4), "\xE6\xA8\xA1  ");
  EXPECT_EQ(padded("longer", 4), "longer");
}

TEST(TextColumnsTest, CutBetweenCharacters) {
  EXPECT_EQ(endOf("short", 5), "short");
  EXPECT_EQ(endOf("folder/file", 7), "...file");
  EXPECT_EQ(endOf("\xE6\xA8\xA1\xE5\x9D\x97\xE6\xA8\xA1\xE5\x9D\x97", 6), "...\xE5\x9D\x97");
}

}  // namespace
}  // namespace vmscope
