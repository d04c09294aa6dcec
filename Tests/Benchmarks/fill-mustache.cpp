// Fills the messages of `playbook-bench messages mustache` with kainjow's mustache: `fill-mustache FILE`.
//
// Prints messages per second of processor time, each template parsed before; exits 1 where the words of one are not
// those that the file says.
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <kainjow/mustache.hpp>
#include <map>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

using kainjow::mustache::data;
using kainjow::mustache::mustache;

static std::vector<std::string> split(const std::string &text, char separator) {
  std::vector<std::string> parts;
  std::string part;
  for (char c : text) {
    if (c == separator) {
      parts.push_back(part);
      part.clear();
    } else {
      part += c;
    }
  }
  parts.push_back(part);
  return parts;
}

// The words without the marks of the template dialect at the beginnings of lines.
static std::vector<std::string> words(const std::string &text) {
  static const std::regex mark("^[ \\t]*([*-] |#[# ]*|\\^[\\^ ]*)");
  std::vector<std::string> found;
  for (const std::string &line : split(text, '\n')) {
    std::istringstream rest(std::regex_replace(line, mark, ""));
    for (std::string word; rest >> word;) found.push_back(word);
  }
  return found;
}

static double processorSeconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

int main(int count, char **arguments) {
  if (count != 2) return 64;
  std::ifstream file(arguments[1], std::ios::binary);
  std::stringstream whole;
  whole << file.rdbuf();
  std::vector<std::string> records = split(whole.str(), '\x1e');
  records.pop_back();
  std::map<std::string, std::shared_ptr<mustache>> parsed;
  std::vector<std::pair<mustache *, data>> messages;
  for (const std::string &record : records) {
    std::vector<std::string> fields = split(record, '\x1f');
    auto &view = parsed[fields[0]];
    if (!view) view = std::make_shared<mustache>(fields[0]);
    data facts;
    for (size_t at = 2; at + 1 < fields.size(); at += 2) {
      if (fields[at].rfind("if_", 0) == 0) {
        facts.set(fields[at], data(fields[at + 1] == "1"));
      } else {
        facts.set(fields[at], fields[at + 1]);
      }
    }
    if (!view->is_valid() || words(view->render(facts)) != words(fields[1])) {
      std::cerr << fields[0] << "\n\n" << view->render(facts) << "\n\n" << fields[1] << "\nmustache's words are not ours\n";
      return 1;
    }
    messages.emplace_back(view.get(), facts);
  }
  double best = 1e9;
  size_t length = 0;
  for (int pass = 0; pass < 10; pass++) {
    double start = processorSeconds();
    for (auto &message : messages) length += message.first->render(message.second).size();
    best = std::min(best, processorSeconds() - start);
  }
  if (length == 0) return 1;
  printf("%.0f\n", double(messages.size()) / best);
}
