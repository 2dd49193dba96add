import Source

/// What `gf --help` prints.
let helpText = Phrase(
  """
  gf states targets, aliases and aggregates over an indicator dataset.

  Examples:
    gf run scorecard.gf                            answer a script's questions
    gf run scorecard.gf --lang zh --format md      in Chinese, as Markdown
    gf run scorecard.gf --data 附表2=other.csv     with another file for a sheet
    gf run outlook.gf --set growth=7%              with another value for a param
    gf run report.gf --report report.html          a report as a page of its own
    echo 'show 1 + 1' | gf run -                   a script from standard input
    gf check *.gf                                  what is wrong, without answering
    gf help rolling                                how a function is called, with an example
    gf repl scorecard.gf                           explore what a script declares

  Usage:
    gf | gf repl [FILE…]          answer lines as they are entered
    gf run FILE… [options]        answer the questions of scripts; - is standard input
    gf check FILE… [options]      say what is wrong with scripts
    gf help | --help              this text
    gf help NAME                  what the manual says of a statement, function or relation
    gf version | --version        the version

  Options:
    --data NAME=FILE              read the sheet that the script calls NAME from FILE
    --set PARAM=VALUE             give a param another value
    --format FORMAT               text, md, csv, json or html: the form of the answers (text)
    --report FILE                 write the script's reports to FILE, or all answers where it
                                  has none; the ending chooses the form:
                                  html, md, txt, csv, json or xlsx
    --watch                       answer again whenever a script or sheet changes
    --bom                         begin CSV with a byte order mark, for Excel
    --lang en|zh                  the language of answers and messages (the locale's)
    --samples N                   how many samples uncertain values take (10000)
    --seed N                      what seeds their draws (1)
    --threads N                   how many threads share the work (the processors);
                                  the answers do not depend on it
    --timing                      say where the time went, and the most memory that was used
    --strict                      a cell that cannot be read is an error
    --allow FOLDER                let scripts read files in FOLDER too; without, they read
                                  their own folder and the current one

  Exit status:
    0 fine   1 a rule failed   2 usage   3 script   4 data   5 limit   6 output
    130 interrupted

  Answers go to standard output, everything else to standard error. NO_COLOR turns colours off.

  """,
  """
  gf 用于在指标数据上声明目标、别名与聚合。

  示例：
    gf run scorecard.gf                            回答脚本中的问题
    gf run scorecard.gf --lang zh --format md      用中文，输出 Markdown
    gf run scorecard.gf --data 附表2=other.csv     某张表改用另一个文件
    gf run outlook.gf --set growth=7%              参数改用另一个值
    gf run report.gf --report 报告.html            把报告写成一个网页文件
    echo '展示 1 + 1' | gf run -                   从标准输入读取脚本
    gf check *.gf                                  只检查，不计算
    gf help 滚动                                   函数的写法与示例
    gf repl scorecard.gf                           在脚本声明的基础上逐行探索

  用法：
    gf | gf repl [文件…]          逐行输入，逐行回答
    gf run 文件… [选项]           回答脚本中的问题；- 表示标准输入
    gf check 文件… [选项]         检查脚本
    gf help | --help              本说明
    gf help 名称                  手册中关于某个语句、函数或内置表的说明
    gf version | --version        版本

  选项：
    --data 名称=文件              脚本中名为“名称”的表改从该文件读取
    --set 参数=值                 给参数另一个值
    --format 形式                 text、md、csv、json 或 html：答案的形式（默认 text）
    --report 文件                 把脚本中的报告写入文件；脚本没有报告时写入全部答案；
                                  格式由结尾决定：html、md、txt、csv、json、xlsx
    --watch                       脚本或数据一有变动就重新回答
    --bom                         CSV 以字节顺序标记开头，供 Excel 识别
    --lang en|zh                  答案与提示的语言（默认随系统）
    --samples N                   不确定值的样本数（默认 10000）
    --seed N                      抽样的种子（默认 1）
    --threads N                   分担抽样的线程数（默认处理器数）；结果与此无关
    --timing                      说明各阶段用时与内存峰值
    --strict                      无法读取的单元格视为错误
    --allow 文件夹                允许脚本读取该文件夹；默认只读脚本所在文件夹与当前文件夹

  退出状态：
    0 正常   1 有规则不通过   2 用法   3 脚本   4 数据   5 超限   6 输出   130 中断

  答案写到标准输出，其余写到标准错误。设置 NO_COLOR 可关闭颜色。

  """)

/// The version that `gf --version` prints.
let version = "gf 0.1"
